using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Web.Access;
using FundLedger.Web.Api;
using FundLedger.Web.Forms;
using FundLedger.Web.Uploads;
using FundLedger.Web.Visits;
using FundLedger.Web.Works;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.WebEncoders;

namespace FundLedger.Web.Hosting;

/// <summary>Puts the desk together. Nothing else of it knows how it is started.</summary>
public static class DeskHost
{
    internal const string SignInLimit = "sign-in";

    const long LongestBody = 2 * 1024 * 1024;
    const int MostFields = 4096;

    /// <summary>The desk of a ledger, ready to be run; refused where the ledger cannot be opened or should not be shown yet.</summary>
    public static Outcome<WebApplication> Build(DeskOptions options)
    {
        if (options.OpenId?.Problem is { } problem) return problem;
        var opened = Ledger.Open(options.Ledger, options.Clock);
        if (opened.IsRefused) return new Refusal(opened.Problems);
        using (var ledger = opened.Value)
        {
            if (options.IsOpenToOthers && !ledger.Access.HasSignIns && options.OpenId is null)
                return new Problem("nobody can sign in yet, so that the desk is shown to this computer only",
                    "start it with --urls http://127.0.0.1:5080, make the first administrator there, then start it for others");
        }

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(DeskHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Production",
        });
        AddServer(builder, options);
        AddAccess(builder.Services, options);
        AddPages(builder.Services);
        var desk = builder.Build();
        Route(desk);
        return desk;
    }

    static void AddServer(WebApplicationBuilder builder, DeskOptions options)
    {
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = LongestBody;
            server.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        });
        // A page elsewhere cannot reach a desk of this computer by a name of its own.
        if (!options.IsOpenToOthers) builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]";
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.Clock);
        builder.Services.AddSingleton(_ => new LedgerPool(options.Ledger, options.Clock));
        builder.Services.AddSingleton<Traffic>();
        builder.Services.AddSingleton<KnownTotals>();
        builder.Services.AddSingleton<Workshop>();
        builder.Services.AddSingleton<UploadDesk>();
        builder.Services.AddSingleton<Undoings>();
        builder.Services.AddSingleton<Verifications>();
        builder.Services.AddScoped<Visit>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = MostFields;
            form.ValueLengthLimit = 64 * 1024;
        });
        var keys = builder.Services.AddDataProtection().SetApplicationName("FundLedger");
        if (!options.KeepsSessionKeys) keys.UseEphemeralDataProtectionProvider();
    }

    static void AddAccess(IServiceCollection services, DeskOptions options)
    {
        services.AddSingleton<Passwords>();
        services.AddSessions(options);
        services.AddScoped<IAuthorizationHandler, RightsGate>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new RightsRequirement()).Build());
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(SignInLimit, http => HttpMethods.IsPost(http.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ =>
                    new FixedWindowRateLimiterOptions { PermitLimit = options.SignInsAMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(""));
        });
    }

    static void AddPages(IServiceCollection services)
    {
        services.AddRazorPages().AddApplicationPart(typeof(DeskHost).Assembly);
        // Names keep their letters; what could be markup is escaped all the same.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<CookieTempDataProviderOptions>(temporary =>
        {
            temporary.Cookie.Name = "fundledger-said";
            temporary.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.Configure<AntiforgeryOptions>(forgery =>
        {
            forgery.Cookie.Name = "fundledger-form";
            forgery.Cookie.SameSite = SameSiteMode.Strict;
            forgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // The desk sets a stricter header of its own.
            forgery.SuppressXFrameOptionsHeader = true;
        });
    }

    static void Route(WebApplication desk)
    {
        desk.UseMiddleware<SecurityHeaders>();
        desk.Use((http, next) => desk.Services.GetRequiredService<Traffic>().Count(http, next));
        desk.UseExceptionHandler("/fault");
        desk.UseStatusCodePagesWithReExecute("/refused/{0}");
        desk.UseMiddleware<ApiErrors>();
        desk.UseMiddleware<FaultWatch>();
        desk.UseRouting();
        desk.UseRateLimiter();
        desk.UseAuthentication();
        desk.UseMiddleware<FirstVisit>();
        desk.UseAuthorization();
        Assets.Map(desk);
        ApiRoutes.Map(desk);
        TypedText.Map(desk);
        desk.MapRazorPages();
    }
}
