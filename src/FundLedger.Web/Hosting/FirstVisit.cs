using FundLedger.Web.Access;
using FundLedger.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace FundLedger.Web.Hosting;

/// <summary>While nobody can sign in every page leads to the one that makes the first administrator.</summary>
sealed class FirstVisit(RequestDelegate next, DeskOptions options)
{
    internal const string Path = "/first";

    // Once somebody can, somebody always can.
    bool _isPast;

    public async Task InvokeAsync(HttpContext http, Visit visit)
    {
        if (!_isPast && options.OpenId is null && http.GetEndpoint()?.Metadata.GetMetadata<AsksAttribute>()?.ToSee != Right.None)
        {
            _isPast = visit.Ledger.Access.HasSignIns;
            if (!_isPast)
            {
                http.Response.Redirect(Path);
                return;
            }
        }

        await next(http);
    }
}
