using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Reports;
using FundLedger.Money;
using FundLedger.Reporting.Exports;
using FundLedger.Reports.Issued;
using FundLedger.Web.Access;
using FundLedger.Web.Lists;
using FundLedger.Web.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FundLedger.Web.Api;

sealed record ReportFigureAnswer(string Fund, int Year, string Item, Amount Usd);

sealed record ReportAnswer(string? Fund, int Year, DateOnly AsAt, long Entry, string Seal, ImmutableArray<ReportFigureAnswer> Figures);

/// <summary>Reports as figures, which changes nothing, or as files, which are put on record.</summary>
static class ReportRoutes
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        api.Get("/reports/{kind}", new ApiRoute("GET", "The totals of a report of a year, by fund and year.")
        { Query = "fund year language as_at as_known_on", Gives = typeof(ReportAnswer) }, call =>
            ReportKind.Find(call.Route("kind")) is { } kind && kind.Asks("year")
                ? ApiAnswer.Of(call.Day("as_at").Then(day => Moment(call).Then(moment => Asked(call, kind, new ReportFields
                { Fund = call["fund"], Year = Number(call["year"]), Language = call["language"], AsAt = day, KnownOn = moment })))
                    .Then(Figures(call)))
                : ApiAnswer.Refused(StatusCodes.Status404NotFound));
        api.Get("/exports/{data}", new ApiRoute("GET", "Contributions, or the journal, as one file (as: csv, xlsx or json).")
        { Query = "as fund donor from to" }, Exported, allFunds: true);
        api.Post("/reports/{kind}", new ApiRoute("POST", "A report as a file (as: pdf, html, xlsx, zip or xml), which is put on record.")
        { Takes = ApiShape.Of("as! fund year donor payment from to language as_at") }, Made, new AsksAttribute { ToChange = Right.Read });
    }

    static Func<ReportAsked, Outcome<ReportAnswer>> Figures(ApiCall call) => asked => new ReportAnswer(asked.Fund, asked.Year, asked.AsAt,
        asked.Known.Entry, asked.Known.Seal,
        [
            .. ReportFigures.Of(call.Ledger.Figures.Read(asked.AsAt, asked.Known, asked.Fund)).Totals
                .Select(total => new ReportFigureAnswer(total.Fund, total.Year, total.Item, Amount.Usd(total.Usd))),
        ]);

    static IResult Exported(ApiCall call)
    {
        var (data, format) = (call.Route("data"), call["as"] ?? "csv");
        if (!DataKind.Names.Contains(data)) return ApiAnswer.Refused(StatusCodes.Status404NotFound);
        if (!ListingWriter.Formats.Contains(format))
            return ApiAnswer.Refused(StatusCodes.Status422UnprocessableEntity,
                new Problem("the file cannot be had as that", $"send one of: {string.Join(", ", ListingWriter.Formats)}")
                { Column = "as", Value = format });
        var filter = call.Fund().Then(fund => call.Donor().Then(donor => call.Day("from").Then(from =>
            call.Day("to").Then<ContributionFilter>(to => new ContributionFilter
            { Fund = fund, Donor = donor, From = from ?? DateOnly.MinValue, To = to ?? DateOnly.MaxValue }))));
        if (filter.IsRefused) return ApiAnswer.Of(filter);
        var file = ListingFile.Of(DataKind.Find(data)(call.Ledger, filter.Value), format);
        return Results.Stream(file.Content, file.Type, file.Name);
    }

    static IResult Made(ApiCall call, ApiBody body)
    {
        if (ReportKind.Find(call.Route("kind")) is not { } kind) return ApiAnswer.Refused(StatusCodes.Status404NotFound);
        if (kind.Forms.FirstOrDefault(one => one.Extension == body.Text("as")) is not { } form)
        {
            body.Refuse("as", "the report cannot be had as that",
                $"send one of: {string.Join(", ", kind.Forms.Select(one => one.Extension))}");
            return ApiAnswer.Refused(StatusCodes.Status422UnprocessableEntity, body.Refusal.Problems);
        }

        var made = Asked(call, kind, new ReportFields
        {
            Fund = body.Text("fund"),
            Year = body.Number("year"),
            Donor = body.Text("donor"),
            Payment = body.Text("payment"),
            From = body.Number("from"),
            To = body.Number("to"),
            Language = body.Text("language"),
            AsAt = body.Day("as_at"),
        }).Then(asked => Issuing.Issue(call.Ledger, form, asked, call.Author with { RequestKey = null }));
        return made.IsRefused ? ApiAnswer.Of(made)
            : Results.File(made.Value.Bytes, Issuing.ContentType(form.Extension), made.Value.Name);
    }

    static Outcome<ReportAsked> Asked(ApiCall call, ReportKind kind, ReportFields given)
    {
        var fund = given.Fund == "all" ? null : given.Fund;
        if (!kind.IsWithin(call.Ledger, fund))
            return new Problem("this is outside the funds of the person", "name one of them") { Column = "fund", Value = fund };
        if (Missing(kind, given) is { } field) return new Problem($"the field '{field}' is missing", "send it too") { Column = field };
        return ReportAsked.Of(call.Ledger, kind, given with { Fund = fund });
    }

    static string? Missing(ReportKind kind, ReportFields given) => kind.NeededFields.FirstOrDefault(field => field switch
    {
        "year" => given.Year is null,
        "donor" => given.Donor is null,
        _ => given.Payment is null,
    });

    static Outcome<DateTimeOffset?> Moment(ApiCall call) => call["as_known_on"] is null ? (DateTimeOffset?)null
        : call.Known().Then<DateTimeOffset?>(known => known.At);

    static int? Number(string? text) =>
        int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
