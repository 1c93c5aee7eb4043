using System.Globalization;
using System.Security.Claims;
using FundLedger.Data;
using FundLedger.Web.Hosting;
using FundLedger.Web.Visits;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FundLedger.Web.Access;

/// <summary>
/// How the desk knows who asks. Pages go by the cookie of a session and never by a key, routes of the API by a key and
/// never by a cookie, so that no page elsewhere can use the API in the name of who is signed in.
/// </summary>
static class Sessions
{
    internal const string SignInPath = "/sign-in";

    const string ByAddress = "by-address";

    /// <summary>Tells sessions begun before a password was changed from those after it.</summary>
    const string PasswordOf = "password-of";

    static readonly TimeSpan Length = TimeSpan.FromHours(8);

    internal static void AddSessions(this IServiceCollection services, DeskOptions options)
    {
        var authentication = services.AddAuthentication(ByAddress)
            .AddPolicyScheme(ByAddress, null, scheme => scheme.ForwardDefaultSelector = http =>
                http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
                    ? ApiKeyHandler.SchemeName : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null)
            .AddCookie(Cookie);
        if (options.OpenId is { } server) authentication.AddSignInServer(server);
    }

    /// <summary>Begins the session of a person.</summary>
    internal static Task Begin(HttpContext http, Ledger ledger, string name) => http.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, name), new Claim(PasswordOf, ChangedAt(ledger, name))], "password")));

    internal static Task End(HttpContext http) => http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);

    static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "fundledger";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Length;
        options.SlidingExpiration = true;
        options.LoginPath = SignInPath;
        options.ReturnUrlParameter = "to";
        options.Events.OnValidatePrincipal = Recognise;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>With each request: the person must still be one, and have the password with which the session began.</summary>
    static Task Recognise(CookieValidatePrincipalContext context)
    {
        var visit = context.HttpContext.RequestServices.GetRequiredService<Visit>();
        var name = context.Principal?.Identity?.Name ?? "";
        var isSame = context.Principal?.FindFirstValue(PasswordOf) is not { } password || password == ChangedAt(visit.Ledger, name);
        if (!isSame || !visit.Recognise(name)) context.RejectPrincipal();
        return Task.CompletedTask;
    }

    static string ChangedAt(Ledger ledger, string name) =>
        (ledger.Access.SignInOf(name)?.ChangedAt.ToUnixTimeMilliseconds() ?? 0).ToString(CultureInfo.InvariantCulture);
}
