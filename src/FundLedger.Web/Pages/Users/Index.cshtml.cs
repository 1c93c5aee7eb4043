using System.Collections.Immutable;
using FundLedger.Reports;
using FundLedger.Users;
using FundLedger.Web.Access;
using FundLedger.Web.Forms;
using FundLedger.Web.Lists;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Users;

/// <summary>The persons of the ledger, those who left included.</summary>
[Asks(ToSee = Right.Administer, ToChange = Right.Administer)]
public sealed class IndexPage : ListPage<Person>
{
    protected override string Name => "users";

    protected override string UsualOrder => "name";

    protected override ImmutableArray<ListColumn<Person>> Columns =>
    [
        new("name", ColumnKind.Text, person => new TextCell(person.Name) { Link = $"/users/{Uri.EscapeDataString(person.Name)}" })
        { Sorts = true },
        new("roles", ColumnKind.Text, person => string.Join(", ", person.Roles.Select(role => WordOf("role", role)))) { Sorts = true },
        new("funds", ColumnKind.Text, person => person.IsLimited ? string.Join(", ", person.Funds) : Words["list.all"]) { Sorts = true },
        new("sign-in", ColumnKind.Text, person => SignInOf(person)),
        new("state", ColumnKind.Text, person => Words[person.IsActive ? "users.active" : "users.left"])
        { Sorts = true, Mark = person => person.IsActive ? "done" : "reversed" },
    ];

    public IEnumerable<Choice> Roles => Choices<Role>("role");

    public IActionResult OnPost()
    {
        var person = new Person(Form["name"], Form.Several<Role>("roles"), PersonFields.FundsOf(Form));
        var judged = Form["password"].Length == 0 ? person.Name : Passwords.Judge(person.Name, Request.Form["password"].ToString());
        var done = judged.Then(_ => Ledger.Users.Add(person, Author()));
        if (done.IsRefused) OnGet(null);
        else if (Form["password"].Length > 0) Passwords.Set(Ledger, person.Name, Request.Form["password"].ToString());
        return Done(done, _ => "/users");
    }

    protected override ListPart<Person> Part() => Numbered(Ordered(Ledger.Users.List().All), []);

    protected override IEnumerable<Person> All() => Ordered(Ledger.Users.List().All);

    string SignInOf(Person person) => Ledger.Access.SignInOf(person.Name) switch
    {
        null => Words["users.no-password"],
        { LastAt: { } last } => Moment(last),
        _ => Words["users.never"],
    };
}
