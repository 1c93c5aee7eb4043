using FundLedger.Checks;
using FundLedger.Data.Access;
using FundLedger.Journal;
using FundLedger.Users;
using FundLedger.Web.Access;
using FundLedger.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Users;

/// <summary>One person: roles and funds, password, keys for programs, and leaving.</summary>
[Asks(ToSee = Right.Administer, ToChange = Right.Administer)]
public sealed class ShowPage : DeskPage
{
    public Person Person { get; private set; } = null!;

    public IEnumerable<Choice> Roles => Choices<Role>("role");

    public IEnumerable<ApiKey> Keys => Ledger.Access.Keys().Where(key => key.Person == Person.Name);

    /// <summary>A key that was just made. It is shown once; only its hash is kept.</summary>
    public string? NewKey { get; private set; }

    public IActionResult OnGet(string name)
    {
        if (!Load(name)) return NotFound();
        Form["roles"] = Person.RolesText;
        Form["funds"] = Person.FundsText;
        return Page();
    }

    public IActionResult OnPost(string name)
    {
        if (!Load(name)) return NotFound();
        var here = $"/users/{Uri.EscapeDataString(Person.Name)}";
        switch (Form["do"])
        {
            case "change":
                return Done(Ledger.Users.Change(Person.Name, Form.Several<Role>("roles"), PersonFields.FundsOf(Form),
                    Form.Text("reason"), Author()), _ => here);
            case "leave":
                return Done(Ledger.Users.Remove(Person.Name, Form.Text("reason"), Author()), _ => "/users");
            case "password":
                return Done(Passwords.Set(Ledger, Person.Name, Request.Form["password"].ToString())
                    .Then<Recorded>(_ => new Recorded(0, Person.Name, Say("users.password-set", ("name", Person.Name)))), _ => here);
            case "revoke":
                return Done(Revoked(Form["key"]), _ => here);
            default:
                NewKey = AccountPage.MakeKey(Ledger, Person.Name, Form["label"], Visit.Name);
                return OnGet(name);
        }
    }

    Outcome<Recorded> Revoked(string id)
    {
        if (!Keys.Any(key => key.Id == id)) return new Problem(Words["users.no-key"], Words["refused.back"]);
        Ledger.Access.RevokeKey(id);
        return new Recorded(0, Person.Name, Words["users.key-revoked"]);
    }

    bool Load(string name)
    {
        if (Ledger.Users.List().Find(name) is not { IsRefused: false } found) return false;
        Person = found.Value;
        Title = Person.Name;
        return true;
    }
}
