using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Money;
using FundLedger.Reports.Issued;
using FundLedger.Web.Access;
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
        api.Get("/reports/{kind}", new ApiRoute("GET", "The totals of a report, by fund and year.")
        { Query = "fund year language as_at as_known_on", Gives = typeof(ReportAnswer) }, call =>
            ReportKind.Find(call.Route("kind")) is null ? ApiAnswer.Refused(StatusCodes.Status404NotFound)
                : ApiAnswer.Of(call.Day("as_at").Then(day => Asked(call, call["fund"], Number(call["year"]), call["language"], day))
                    .Then(Figures(call))));
        api.Post("/reports/{kind}", new ApiRoute("POST", "A report as a file (as: pdf or xlsx), which is put on record.")
        { Takes = ApiShape.Of("year! as! fund language as_at") }, Made, new AsksAttribute { ToChange = Right.Read });
    }

    static Func<ReportAsked, Outcome<ReportAnswer>> Figures(ApiCall call) => asked => new ReportAnswer(asked.Fund, asked.Year, asked.AsAt,
        asked.Known.Entry, asked.Known.Seal,
        [
            .. ReportFigures.Of(call.Ledger.Figures.Read(asked.AsAt, asked.Known, asked.Fund)).Totals
                .Select(total => new ReportFigureAnswer(total.Fund, total.Year, total.Item, Amount.Usd(total.Usd))),
        ]);

    static IResult Made(ApiCall call, ApiBody body)
    {
        if (ReportKind.Find(call.Route("kind")) is not { } kind) return ApiAnswer.Refused(StatusCodes.Status404NotFound);
        if (kind.Forms.FirstOrDefault(one => one.Extension == body.Text("as")) is not { } form)
        {
            body.Refuse("as", "the report cannot be had as that",
                $"send one of: {string.Join(", ", kind.Forms.Select(one => one.Extension))}");
            return ApiAnswer.Refused(StatusCodes.Status422UnprocessableEntity, body.Refusal.Problems);
        }

        var day = body.Day("as_at");
        var made = Asked(call, body.Text("fund"), body.Number("year"), body.Text("language"), day)
            .Then(asked => Issuing.Issue(call.Ledger, kind, form, asked, call.Author with { RequestKey = null }));
        return body.IsRefused ? ApiAnswer.Refused(StatusCodes.Status422UnprocessableEntity, body.Refusal.Problems)
            : made.IsRefused ? ApiAnswer.Of(made)
            : Results.File(made.Value.Bytes, Issuing.ContentType(form.Extension), made.Value.Name);
    }

    static Outcome<ReportAsked> Asked(ApiCall call, string? fund, int? year, string? language, DateOnly? day)
    {
        fund = fund == "all" ? null : fund;
        if (!ReportAsked.IsWithin(call.Ledger, fund))
            return new Problem("this is outside the funds of the person", "name one of them") { Column = "fund", Value = fund };
        if (year is null) return new Problem("the year is missing", "send four digits") { Column = "year" };
        return call.Known().Then(_ => ReportAsked.Of(call.Ledger, fund, year.Value, language ?? "en", day));
    }

    static int? Number(string? text) =>
        int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
