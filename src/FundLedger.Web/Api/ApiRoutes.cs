using FundLedger.Web.Access;
using FundLedger.Web.Hosting;
using FundLedger.Web.Visits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FundLedger.Web.Api;

/// <summary>All routes of the API: another noun is another line.</summary>
static class ApiRoutes
{
    internal const string Root = "/api/v1";

    internal static void Map(WebApplication desk)
    {
        var api = desk.MapGroup(Root);
        DonorRoutes.Map(api);
        ContactRoutes.Map(api);
        PledgeRoutes.Map(api);
        PaymentRoutes.Map(api);
        LedgerRoutes.Map(api);
        TreasuryRoutes.Map(api);
        YearRoutes.Map(api);
        ReportRoutes.Map(api);
        var open = new AsksAttribute { ToSee = Right.None };
        api.MapGet("/openapi.json", (EndpointDataSource routes) =>
            Results.Json(OpenApiDocument.Of(routes.Endpoints.OfType<RouteEndpoint>()))).WithMetadata(open);
        // What is not there is told to programs in their own form, and asks nothing of the ledger.
        desk.Map("/api/{**rest}", () => ApiAnswer.Refused(StatusCodes.Status404NotFound)).WithMetadata(new AsksAttribute
        { ToSee = Right.None, ToChange = Right.None });
        desk.MapGet("/health", (Visit visit) => Results.Text($"entry {visit.Ledger.Journal.Head().Entry}\n")).WithMetadata(open);
        desk.MapGet("/metrics", (Visit visit, Traffic traffic, LedgerPool pool) =>
            Results.Text(traffic.ToText(visit.Ledger, pool), "text/plain; version=0.0.4; charset=utf-8")).WithMetadata(open);
    }
}
