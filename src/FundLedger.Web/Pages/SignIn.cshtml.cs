using FundLedger.Checks;
using FundLedger.Web.Access;
using FundLedger.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace FundLedger.Web.Pages;

[Asks(ToSee = Right.None, ToChange = Right.None), EnableRateLimiting(DeskHost.SignInLimit)]
public sealed class SignInPage(Passwords passwords, DeskOptions options) : DeskPage
{
    public bool HasServer => options.OpenId is not null;

    /// <summary>Where to go after signing in; only to a page of the desk.</summary>
    public string To => (Form["to"] is { Length: > 0 } to ? to : Address["to"]) is { } asked && Url.IsLocalUrl(asked) ? asked : "/";

    public IActionResult OnGet()
    {
        Title = Words["page.sign-in"];
        if (Visit.Person is not null) return LocalRedirect(To);
        if (Address["refused"] is not null) Form.Refuse([new Problem(Words["sign-in.refused"], Words["sign-in.refused.remedy"])]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Title = Words["page.sign-in"];
        var person = passwords.Check(Ledger, Form["name"], Request.Form["password"].ToString());
        if (person.IsRefused)
        {
            Form.Refuse(person.Problems);
            return Again();
        }

        await Sessions.Begin(HttpContext, Ledger, person.Value.Name);
        return LocalRedirect(To);
    }
}
