using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages;

public sealed class IndexPage : DeskPage
{
    public IActionResult OnGet() => LocalRedirect("/donors");
}
