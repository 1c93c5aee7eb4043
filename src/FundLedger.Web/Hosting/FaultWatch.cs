using FundLedger.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace FundLedger.Web.Hosting;

/// <summary>Marks a visit that ended in a fault, so that its ledger is closed and not used again.</summary>
sealed class FaultWatch(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, Visit visit)
    {
        try
        {
            await next(http);
        }
        catch
        {
            visit.IsStumbled = true;
            throw;
        }
    }
}
