using FundLedger.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages;

[Asks(ToChange = Right.Own)]
public sealed class SignOutPage : DeskPage
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await Sessions.End(HttpContext);
        return LocalRedirect(Sessions.SignInPath);
    }
}
