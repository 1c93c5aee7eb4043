using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Users;
using FundLedger.Web.Access;
using FundLedger.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace FundLedger.Web.Pages;

/// <summary>
/// Makes the first administrator of a ledger, or gives a first password where persons were added from the command line.
/// Shown only while nobody can sign in, and then only to the computer itself.
/// </summary>
[Asks(ToSee = Right.None, ToChange = Right.None), EnableRateLimiting(DeskHost.SignInLimit)]
public sealed class FirstPage : DeskPage
{
    public IActionResult OnGet()
    {
        Title = Words["page.first"];
        return Ledger.Access.HasSignIns ? LocalRedirect("/") : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Title = Words["page.first"];
        if (Ledger.Access.HasSignIns) return LocalRedirect("/");
        var password = Request.Form["password"].ToString();
        if (password != Request.Form["again"].ToString()) Form.Refuse("again", Words["password.differs"]);
        else Form.Refuse(Make(Form["name"], password).Problems);
        if (Form.IsRefused) return Again();
        Ledger.Access.CameIn(Form["name"]);
        await Sessions.Begin(HttpContext, Ledger, Form["name"]);
        return LocalRedirect("/");
    }

    Outcome<string> Make(string name, string password)
    {
        var persons = Ledger.Users.List();
        if (persons.IsEmpty)
        {
            // The password is judged first: a person without one could not come in.
            return Passwords.Judge(name, password)
                .Then(_ => Ledger.Users.Add(new Person(name, [Role.Administrator], []), new Author(name)))
                .Then(_ => Passwords.Set(Ledger, name, password));
        }

        return persons.With(Role.Administrator).Contains(name) ? Passwords.Set(Ledger, name, password)
            : new Problem(Words["first.not-administrator"], Words["first.not-administrator.remedy"]) { Column = "name" };
    }
}
