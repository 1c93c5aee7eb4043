using FundLedger.Web.Access;
using FundLedger.Web.Visits;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages;

/// <summary>Keeps the language and the theme that somebody chose, in his browser.</summary>
[Asks(ToSee = Right.None, ToChange = Right.None)]
public sealed class PreferencesPage : DeskPage
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost()
    {
        if (Wording.Words.Languages.Contains(Form["language"])) Preferences.Keep(Response, Preferences.Language, Form["language"]);
        if (Form["theme"] is "light" or "dark") Preferences.Keep(Response, Preferences.Theme, Form["theme"]);
        else if (Form["theme"] == "screen") Preferences.Forget(Response, Preferences.Theme);
        return LocalRedirect(Url.IsLocalUrl(Form["to"]) ? Form["to"] : "/");
    }
}
