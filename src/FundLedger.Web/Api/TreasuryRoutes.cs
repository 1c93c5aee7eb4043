using System.Collections.Immutable;
using FundLedger.Bank;
using FundLedger.Bank.Matching;
using FundLedger.Checks;
using FundLedger.Data.Bank;
using FundLedger.Data.Contributions;
using FundLedger.Data.Files;
using FundLedger.Data.Rates;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Rates;
using FundLedger.Web.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FundLedger.Web.Api;

/// <summary>Bank lines, rates of exchange and imports.</summary>
static class TreasuryRoutes
{
    internal const long MostBytes = 32 * 1024 * 1024;

    static readonly ApiShape NewRate = ApiShape.Of("currency! effective! rate!");
    static readonly AsksAttribute AllFunds = new() { AllFunds = true };

    internal static void Map(IEndpointRouteBuilder api)
    {
        MapBank(api);
        api.Get("/rates", new ApiRoute("GET", "Rates of exchange; with a currency and date the one that holds then.")
        { Query = "currency date", Gives = typeof(ImmutableArray<Rate>) }, Rates);
        api.Post("/rates", new ApiRoute("POST", "Adds rates; one that is known with another value is corrected.")
        { Takes = ApiShape.Of("source! rates!"), Gives = typeof(RatesLoaded) }, AddRates);
        api.Add("/imports", new ApiRoute("POST", "Imports pledges and payments from a spreadsheet: all rows or none.")
        { Query = "name dry_run create_donors", TakesFile = "text/csv", Gives = typeof(Imported) },
            call => Sent(call, path => call.Ledger.Contributions.Import(path, new ImportOptions
            {
                DryRun = call.Is("dry_run"),
                CreateDonors = call.Is("create_donors"),
                FileName = Path.GetFileName(call["name"] ?? "rows.csv"),
                Limits = FileLimits.Upload,
            }, call.Author)), AllFunds, new RequestSizeLimitAttribute(MostBytes));
    }

    static void MapBank(IEndpointRouteBuilder api)
    {
        api.Get("/bank/accounts", new ApiRoute("GET", "Bank accounts, and how far each is explained.")
        { Gives = typeof(ImmutableArray<BankAccount>) }, call => ApiAnswer.Json(call.Ledger.Bank.Accounts()), allFunds: true);
        api.Get("/bank/lines", new ApiRoute("GET", "Bank lines that nothing explains yet, with what each may be.")
        { Query = "account limit cursor", Gives = typeof(ApiPage<LineCandidates>) }, call => ApiAnswer.Json(call.PageOf(
            call.Ledger.Matches.Candidates(call["account"]), PlaceOf)), allFunds: true);
        api.Add("/bank/statements", new ApiRoute("POST", "Takes over a bank statement: camt.053 or MT940.")
        { Query = "name dry_run", TakesFile = "application/octet-stream", Gives = typeof(BankImported) },
            call => Sent(call, path => call.Ledger.Bank.Import(path, new BankImportOptions
            { DryRun = call.Is("dry_run"), FileName = Path.GetFileName(call["name"] ?? "statement") }, call.Author)),
            AllFunds, new RequestSizeLimitAttribute(MostBytes));
        Line(api, "confirm", "Takes a candidate of the line.", "candidate", (call, body, line) =>
            ApiAnswer.Of(call.Ledger.Matches.ConfirmCandidate([line], body.Number("candidate"), call.Author), call.RequestKey));
        Line(api, "link", "Says that the line is money that the ledger holds already.", "entries!", (call, body, line) =>
            ApiAnswer.Of(call.Ledger.Matches.Link([line], body.Numbers("entries"), call.Author), call.RequestKey));
        Line(api, "fee", "Says that the line is the bank's own fee.", "fund!", (call, body, line) =>
            ApiAnswer.Of(call.Ledger.Matches.Fee([line], body.Needed("fund"), call.Author), call.RequestKey));
        Line(api, "leave", "Leaves the line unexplained, for a reason.", "reason!", (call, body, line) =>
            ApiAnswer.Recorded(call.Ledger.Matches.Leave(line, body.Needed("reason"), call.Author), call.RequestKey));
        Line(api, "undo", "Takes back what explains the line.", "reason!", (call, body, line) => ApiAnswer.Recorded(
            call.Ledger.Matches.Undo(line, call.Ledger.Today, body.Needed("reason"), call.Author), call.RequestKey));
    }

    static void Line(
        IEndpointRouteBuilder api, string verb, string summary, string fields, Func<ApiCall, ApiBody, BankLineId, IResult> change) =>
        api.Post($"/bank/lines/{{line}}/{verb}", new ApiRoute("POST", summary) { Takes = ApiShape.Of(fields), Gives = typeof(Confirmed) },
            (call, body) => BankLineId.TryParse(call.Route("line"), out var line)
                ? change(call, body, line.Value) : ApiAnswer.Refused(StatusCodes.Status404NotFound), AllFunds);

    /// <summary>The place of a line in the order of the list: by day, then as the lines were brought.</summary>
    static string PlaceOf(LineCandidates one) =>
        FormattableString.Invariant($"{one.Line.Day:yyyy-MM-dd} {one.Line.Id.Entry:D19}.{one.Line.Id.Line:D10}");

    static IResult Rates(ApiCall call)
    {
        if (call["currency"] is not { } code) return ApiAnswer.Json(call.Ledger.Standing.Rates.All);
        if (!Currency.TryFind(code, out var currency))
            return ApiAnswer.Refused(StatusCodes.Status422UnprocessableEntity,
                new Problem($"there is no currency '{Quoted.Short(code)}'", "give the three letters of ISO 4217")
                { Column = "currency", Value = code });
        return ApiAnswer.Of(call.Day("date").Then(day => day is { } on
            ? call.Ledger.Standing.Rates.On(on, currency).Then<ImmutableArray<Rate>>(rate => ImmutableArray.Create(rate))
            : call.Ledger.Standing.Rates.All.Where(rate => rate.Currency == currency).ToImmutableArray()));
    }

    static IResult AddRates(ApiCall call, ApiBody body)
    {
        var rates = body.List("rates", NewRate).Select(one =>
        {
            var (currency, day) = (one.Currency("currency"), one.Day("effective"));
            if (!Rate.TryParse(one.Needed("rate"), out var units))
                one.Refuse("rate", "this is no rate", "send units for one US$, such as 0.923");
            return currency is null || day is null ? null : new Rate(currency, day.Value, units, body.Needed("source"));
        }).OfType<Rate>().ToImmutableArray();
        return body.IsRefused ? ApiAnswer.Refused(StatusCodes.Status422UnprocessableEntity, body.Refusal.Problems)
            : ApiAnswer.Of(call.Ledger.Rates.Add(rates, body.Needed("source"), call.Author).Then<RatesLoaded>(loaded => Told(call, loaded)),
                call.RequestKey, StatusCodes.Status201Created);
    }

    /// <summary>What the rates would have changed may be of other funds.</summary>
    static RatesLoaded Told(ApiCall call, RatesLoaded loaded) =>
        call.Visit.SeesAllFunds ? loaded : loaded with { Effect = RateEffect.None };

    /// <summary>Puts what was sent on disk for as long as it is read.</summary>
    internal static async Task<IResult> Sent<T>(ApiCall call, Func<string, Outcome<T>> import)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await using (var file = new FileStream(path, FileMode.CreateNew)) await call.Http.Request.Body.CopyToAsync(file);
            return ApiAnswer.Of(import(path), call.RequestKey);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
