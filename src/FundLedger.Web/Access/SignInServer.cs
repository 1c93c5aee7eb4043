using System.Security.Claims;
using FundLedger.Web.Hosting;
using FundLedger.Web.Visits;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace FundLedger.Web.Access;

/// <summary>Signing in by the server of the organization: it says who somebody is, the ledger whether he is one of its persons.</summary>
static partial class SignInServer
{
    /// <summary>The account is that of no person of the ledger, or of one who left.</summary>
    internal const string Unknown = "unknown";

    /// <summary>The server did not answer, or not as it should; the log says how.</summary>
    internal const string Failed = "failed";

    internal static void AddSignInServer(this AuthenticationBuilder authentication, OpenIdSettings server) =>
        authentication.AddOpenIdConnect(options =>
        {
            options.Authority = server.Authority;
            options.RequireHttpsMetadata = !server.IsOfThisComputer;
            options.ClientId = server.ClientId;
            options.ClientSecret = server.ClientSecret;
            options.BackchannelTimeout = TimeSpan.FromSeconds(10);
            options.ResponseType = OpenIdConnectResponseType.Code;
            // The answer comes in an address, so that the cookies of asking need not be open to other sites.
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            Close(options.CorrelationCookie);
            Close(options.NonceCookie);
            // Only a person's own sign-out ends a session.
            options.RemoteSignOutPath = PathString.Empty;
            options.MapInboundClaims = false;
            // Many servers name the person only to those who ask for more than the token.
            options.GetClaimsFromUserInfoEndpoint = true;
            options.ClaimActions.MapUniqueJsonKey(server.Claim, server.Claim);
            if (server.Claim == "email") options.Scope.Add(server.Claim);
            options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            options.Events.OnTicketReceived = context => Recognise(context, server.Claim);
            options.Events.OnRemoteFailure = context =>
            {
                Stumbled(LogOf(context.HttpContext), context.Failure);
                return Leave(context, Failed);
            };
        });

    /// <summary>Leads to the server, and from there to a page; not where the server cannot be reached.</summary>
    internal static async Task<bool> Ask(HttpContext http, string page)
    {
        try
        {
            await http.ChallengeAsync(OpenIdConnectDefaults.AuthenticationScheme, new AuthenticationProperties { RedirectUri = page });
            return true;
        }
        catch (Exception cause) when (
            cause is InvalidOperationException or OpenIdConnectProtocolException or HttpRequestException or TaskCanceledException)
        {
            Stumbled(LogOf(http), cause);
            return false;
        }
    }

    static void Close(CookieBuilder cookie)
    {
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    static Task Recognise(TicketReceivedContext context, string claim)
    {
        var visit = context.HttpContext.RequestServices.GetRequiredService<Visit>();
        var name = context.Principal?.FindFirstValue(claim) ?? "";
        if (!visit.Recognise(name))
        {
            NotAPerson(LogOf(context.HttpContext), claim, name);
            return Leave(context, Unknown);
        }

        // Only what names the person goes into the cookie.
        context.Principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, visit.Name)], "openid"));
        return Task.CompletedTask;
    }

    static Task Leave<T>(HandleRequestContext<T> context, string why) where T : AuthenticationSchemeOptions
    {
        context.HandleResponse();
        context.Response.Redirect($"{Sessions.SignInPath}?refused={why}");
        return Task.CompletedTask;
    }

    static ILogger LogOf(HttpContext http) => http.RequestServices.GetRequiredService<ILogger<OpenIdSettings>>();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-in server could not be used.")]
    private static partial void Stumbled(ILogger log, Exception? cause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-in server sent one who is no person of the ledger: {Claim} is '{Name}'.")]
    private static partial void NotAPerson(ILogger log, string claim, string name);
}
