using System.Data.Common;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Web.Visits;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FundLedger.Web.Api;

/// <summary>Answers programs in their own form whatever went wrong, and never with a page.</summary>
sealed partial class ApiErrors(RequestDelegate next, ILogger<ApiErrors> log)
{
    internal const string Path = "/api";

    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal))
        {
            await next(http);
            return;
        }

        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        try
        {
            await next(http);
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            await Answer(http, fault);
            return;
        }

        if (http.Response is { HasStarted: false, ContentType: null, StatusCode: >= 400 })
            await Refuse(http, http.Response.StatusCode);
    }

    static Task Refuse(HttpContext http, int status)
    {
        if (status == StatusCodes.Status401Unauthorized) http.Response.Headers.WWWAuthenticate = "Bearer";
        return ApiAnswer.Write(http, status);
    }

    Task Answer(HttpContext http, Exception fault)
    {
        if (fault is BadHttpRequestException bad) return Refuse(http, bad.StatusCode);
        var problem = fault switch
        {
            LedgerUnavailableException unavailable => unavailable.Problem,
            DbException database => Ledger.Trouble(database),
            _ => null,
        };
        if (problem is not null) return ApiAnswer.Write(http, StatusCodes.Status503ServiceUnavailable, problem);
        Failed(fault);
        return ApiAnswer.Write(http, StatusCodes.Status500InternalServerError,
            new Problem("the program failed; nothing of this request was recorded", "please report what was sent and when"));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request to the API ended in a fault.")]
    partial void Failed(Exception fault);
}
