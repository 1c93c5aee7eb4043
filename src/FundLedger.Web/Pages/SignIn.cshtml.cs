using FundLedger.Checks;
using FundLedger.Web.Access;
using FundLedger.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.RateLimiting;

namespace FundLedger.Web.Pages;

[Asks(ToSee = Right.None, ToChange = Right.None), EnableRateLimiting(DeskHost.SignInLimit)]
public sealed class SignInPage(Passwords passwords, DeskOptions options) : DeskPage
{
    public bool HasServer => options.OpenId is not null;

    /// <summary>Where to go after signing in; only to a page of the desk.</summary>
    public string To => (Form["to"] is { Length: > 0 } to ? to : Address["to"]) is { } asked && Url.IsLocalUrl(asked) ? asked : "/";

    /// <summary>
    /// Whether a link of another site led here, the sign-in server's among them: the browser then keeps the session's cookie back
    /// until the desk itself asks again.
    /// </summary>
    public bool IsFromElsewhere => Address["refused"] is null && Request.Headers["Sec-Fetch-Site"] == "cross-site";

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        Title = Words["page.sign-in"];
    }

    public IActionResult OnGet()
    {
        if (Visit.Person is not null) return LocalRedirect(To);
        if (IsFromElsewhere) Response.Headers["Refresh"] = "0";
        if (Address["refused"] is { } why) Refuse(why == SignInServer.Unknown ? "sign-in.unknown" : "sign-in.failed");
        return Page();
    }

    /// <summary>Goes on to the server of the organization.</summary>
    public async Task<IActionResult> OnGetServerAsync()
    {
        if (!HasServer) return NotFound();
        if (await SignInServer.Ask(HttpContext, To)) return new EmptyResult();
        Refuse("sign-in.failed");
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var person = passwords.Check(Ledger, Form["name"], Request.Form["password"].ToString());
        if (person.IsRefused)
        {
            Form.Refuse(person.Problems);
            return Again();
        }

        await Sessions.Begin(HttpContext, Ledger, person.Value.Name);
        return LocalRedirect(To);
    }

    void Refuse(string why) => Form.Refuse([new Problem(Words[why], Words[why + ".remedy"])]);
}
