using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Closing;
using FundLedger.Data.Files;
using FundLedger.Data.Pledges;
using FundLedger.Data.Statements;
using FundLedger.Journal;
using FundLedger.Web.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FundLedger.Web.Api;

/// <summary>What stands in the way of closing a year.</summary>
sealed record ChecklistAnswer(int Year, ImmutableArray<Finding> Findings, bool IsUnrevalued);

/// <summary>The end of a year: income and expenditure, revaluation, closing.</summary>
static class YearRoutes
{
    static readonly ApiShape Explanation = ApiShape.Of("finding! text!");

    internal static void Map(IEndpointRouteBuilder api)
    {
        var allFunds = new AsksAttribute { AllFunds = true };
        api.Add("/statements", new ApiRoute("POST", "Takes over income and expenditure from a spreadsheet: all rows or none.")
        { Query = "name dry_run", TakesFile = "text/csv", Gives = typeof(StatementImported) },
            call => TreasuryRoutes.Sent(call, path => call.Ledger.Statements.Import(
                path, call.Author, call.Is("dry_run"), Path.GetFileName(call["name"] ?? "statement.csv"), FileLimits.Upload)),
            allFunds, new RequestSizeLimitAttribute(TreasuryRoutes.MostBytes));
        api.Post("/revaluations", new ApiRoute("POST", "Revalues open agreements at 31 December.")
        { Query = "dry_run", Takes = ApiShape.Of("year!"), Gives = typeof(Revaluation) }, Revalue, allFunds);
        api.Get("/closings/{year:int}", new ApiRoute("GET", "What stands in the way of closing a year.")
        { Gives = typeof(ChecklistAnswer) }, Checklist, allFunds: true);
        api.Post("/closings", new ApiRoute("POST", "Closes a year; each finding is explained.")
        { Takes = ApiShape.Of("year! explanations"), Gives = typeof(Recorded) }, Close, allFunds);
        api.Post("/closings/{year:int}/reopen", new ApiRoute("POST", "Opens the last closed year again; a second person approves it.")
        { Takes = ApiShape.Of("reason!"), Gives = typeof(Recorded) }, (call, body) => ApiAnswer.Recorded(
            call.Ledger.Closing.Reopen(YearOf(call), body.Needed("reason"), call.Author), call.RequestKey), allFunds);
    }

    static int YearOf(ApiCall call) => int.Parse(call.Route("year"), CultureInfo.InvariantCulture);

    static IResult Revalue(ApiCall call, ApiBody body)
    {
        var year = body.Number("year");
        return body.IsRefused ? ApiAnswer.Refused(StatusCodes.Status422UnprocessableEntity, body.Refusal.Problems)
            : ApiAnswer.Of(call.Ledger.Revaluations.Run(year ?? 0, call.Author, call.Is("dry_run")), call.RequestKey);
    }

    static IResult Checklist(ApiCall call) => ApiAnswer.Of(call.Ledger.Closing.Checklist(YearOf(call)).Then<ChecklistAnswer>(findings =>
        new ChecklistAnswer(YearOf(call), findings, call.Ledger.Closing.IsUnrevalued(YearOf(call)))));

    static IResult Close(ApiCall call, ApiBody body)
    {
        var year = body.Number("year");
        var explanations = ImmutableSortedDictionary.CreateBuilder<FindingKind, string>();
        foreach (var one in body.List("explanations", Explanation))
        {
            if (Word.TryParse<FindingKind>(one.Needed("finding"), out var kind)) explanations[kind] = one.Needed("text");
            else one.Refuse("finding", "there is no such finding", $"send one of {Word.List<FindingKind>()}");
        }

        return body.IsRefused ? ApiAnswer.Refused(StatusCodes.Status422UnprocessableEntity, body.Refusal.Problems)
            : ApiAnswer.Recorded(call.Ledger.Closing.Close(year ?? 0, explanations.ToImmutable(), call.Author), call.RequestKey);
    }
}
