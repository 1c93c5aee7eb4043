using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Data.Journal;
using FundLedger.Data.Lists;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Reports;
using FundLedger.Reports.Status;
using FundLedger.Web.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FundLedger.Web.Api;

/// <summary>Where the funds and donors stand, with the names that programs rely on.</summary>
sealed record StatusAnswer(
    DateOnly AsAt, int? Year, DateTimeOffset AsKnownOn, long Entry, string Seal, IEnumerable<Dictionary<string, object?>> Funds,
    IEnumerable<Dictionary<string, object?>> Donors, IEnumerable<Dictionary<string, object?>> Years, Dictionary<string, object?> Total);

sealed record FigureAnswer(
    string Fund, string Donor, int Year, Account Account, Movement Movement, int DueYear, Amount Usd);

sealed record CheckAnswer(string Name, string Promise, ImmutableArray<ApiProblem> Problems);

sealed record VerifyAnswer(bool Ok, long Entry, string Seal, ImmutableArray<CheckAnswer> Checks);

/// <summary>The ledger as a whole: status, figures, entries, and its check.</summary>
static class LedgerRoutes
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        api.Get("/status", new ApiRoute("GET", "Where the funds and donors stand, in US$.")
        { Query = "fund donor year as_at as_known_on", Gives = typeof(StatusAnswer) }, Status);
        api.Get("/figures", new ApiRoute("GET", "The figures of which all else is a sum, by fund, donor, year, account and movement.")
        { Query = "fund donor as_at as_known_on", Gives = typeof(ImmutableArray<FigureAnswer>) }, Figures);
        api.Get("/entries", new ApiRoute("GET", "Entries of the journal in their order.")
        { Query = "limit cursor", Gives = typeof(ApiPage<EntryHeader>) }, Entries, allFunds: true);
        api.Get("/entries/{number:long}", new ApiRoute("GET", "One entry with its postings.") { Gives = typeof(SealedEntry) }, call =>
            call.Ledger.Journal.Read(Number(call)) is { } entry
                ? ApiAnswer.Json(entry) : ApiAnswer.Refused(StatusCodes.Status404NotFound), allFunds: true);
        api.Post("/entries/{number:long}/reverse", new ApiRoute("POST", "Undoes one entry by its exact opposite.")
        { Takes = ApiShape.Of("date! reason!"), Gives = typeof(Recorded) }, Reverse, new AsksAttribute { AllFunds = true });
        api.Get("/verify", new ApiRoute("GET", "Checks the whole ledger: every seal, every balance, every total. Changes nothing.")
        { Query = "seal", Gives = typeof(VerifyAnswer) }, Verify, allFunds: true);
    }

    static IResult Status(ApiCall call)
    {
        var year = int.TryParse(call["year"], CultureInfo.InvariantCulture, out var asked) ? asked : (int?)null;
        return ApiAnswer.Of(Asked(call, (fund, donor, day, known) =>
        {
            var standing = call.Ledger.StandingAt(known);
            var funds = standing.Funds.All
                .Where(one => (fund is null || one.Code == fund) && call.Ledger.Scope.Allows(one.Code)).ToImmutableArray();
            var report = StatusReport.Of(call.Ledger.Figures.ForStatus(day, known, fund, donor, year), funds, standing.Donors, day, year);
            return new StatusAnswer(report.Day, report.Year, known.At, known.Entry, known.Seal, report.ByFund.Select(row => row.Named()),
                report.ByDonor.Select(row => row.Named()), report.ByYear.Select(row => row.Named()), report.Total.Named());
        }));
    }

    static IResult Figures(ApiCall call) => ApiAnswer.Of(Asked(call, (fund, donor, day, known) =>
        call.Ledger.Figures.Read(day, known, fund, donor).Rows.Select(row =>
            new FigureAnswer(row.Fund, row.Donor, row.Year, row.Account, row.Movement, row.DueYear, Amount.Usd(row.Usd)))
            .ToImmutableArray()));

    static Outcome<T> Asked<T>(ApiCall call, Func<string?, string?, DateOnly, Knowledge, T> read) =>
        call.Fund().Then(fund => call.Donor().Then(donor => call.Day("as_at").Then(day => call.Known().Then<T>(known =>
            read(fund, donor, day ?? call.Ledger.Today, known)))));

    static IResult Entries(ApiCall call) => ApiAnswer.Of(call.PageOf(place =>
    {
        var read = call.Ledger.Journal.After(place?.Entry ?? 0, call.Take + 1);
        return new LinePage<EntryHeader>(read.Length > call.Take ? read[..call.Take] : read, place is not null, read.Length > call.Take);
    }, entry => entry.Number));

    static long Number(ApiCall call) => long.Parse(call.Route("number"), CultureInfo.InvariantCulture);

    static IResult Reverse(ApiCall call, ApiBody body)
    {
        var (day, reason) = (body.Day("date"), body.Needed("reason"));
        if (body.IsRefused) return ApiAnswer.Refused(StatusCodes.Status422UnprocessableEntity, body.Refusal.Problems);
        return call.Ledger.Journal.Read(Number(call)) is null ? ApiAnswer.Refused(StatusCodes.Status404NotFound)
            : ApiAnswer.Recorded(call.Ledger.Journal.Reverse(Number(call), day ?? default, reason, call.Author), call.RequestKey);
    }

    static IResult Verify(ApiCall call)
    {
        var results = call.Ledger.Checks.Run(printedSeal: call["seal"]);
        return ApiAnswer.Of(call.Ledger.Journal.Known().Then<VerifyAnswer>(known => new VerifyAnswer(
            results.All(result => result.Problems.IsEmpty), known.Entry, known.Seal,
            [.. results.Select(result => new CheckAnswer(result.Name, result.Promise, [.. result.Problems.Select(ApiProblem.Of)]))])));
    }
}
