using Microsoft.AspNetCore.Http;

namespace FundLedger.Web.Visits;

/// <summary>What a browser remembers for its user: language and light or dark. Neither says who he is.</summary>
static class Preferences
{
    internal const string Language = "fundledger-language";

    internal const string Theme = "fundledger-theme";

    internal static void Keep(HttpResponse response, string name, string value) => response.Cookies.Append(name, value,
        new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = response.HttpContext.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
        });

    internal static void Forget(HttpResponse response, string name) => response.Cookies.Delete(name);
}
