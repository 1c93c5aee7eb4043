using FundLedger.Web.Access;
using FundLedger.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages;

[Asks(ToChange = Right.Own)]
public sealed class SignOutPage(DeskOptions options) : DeskPage
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await Sessions.End(HttpContext);
        if (options.OpenId is not null) TempData[SaidKey] = Words["sign-in.out"];
        return LocalRedirect(Sessions.SignInPath);
    }
}
