using System.Collections.Immutable;
using System.CommandLine;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Journal;
using FundLedger.Reports;
using FundLedger.Users;

namespace FundLedger.Cli.Commands;

static class UserCommands
{
    internal static Command Build(Shell shell) => Described.Command("users", """
        Who may do what. While nobody is on record the ledger belongs to one person and nothing is asked. The first person
        is an administrator and brings the usual rules of approval: write-offs, refunds, rates and reopening need two.
        """, "fundledger users add anna --role administrator", Add(shell), List(shell), Change(shell), Remove(shell));

    static Command Add(Shell shell)
    {
        var name = Described.Name("NAME", "as the person signs on");
        var (roles, funds) = (RoleOption(), FundOption());
        return Described.Command("add", "Add a person.",
            "fundledger users add anna --role administrator\nfundledger users add ben --role recorder --role approver --fund VFTC",
            name, roles, funds)
            .Does(parse => shell.Record(parse, (ledger, author) => Roles(parse.GetValue(roles) ?? []).Then(given =>
                ledger.Users.Add(new Person(parse.GetRequiredValue(name), given, [.. parse.GetValue(funds) ?? []]), author))));
    }

    static Command List(Shell shell) => Described.Command("list", "List the persons on record.", "fundledger users list")
        .Does(parse => shell.Do(parse, ledger => (Outcome<ImmutableArray<Person>>)ledger.Users.List().All,
            persons => shell.Terminal.Print(new Table("persons", "",
                [
                    new("name", "Name", ColumnKind.Text), new("roles", "Roles", ColumnKind.Text), new("funds", "Funds", ColumnKind.Text),
                    new("is_active", "", ColumnKind.Text),
                ],
                [.. persons.Select(person => Row.Detail(person.Name, person.RolesText, person.IsLimited ? person.FundsText : "all",
                    person.IsActive ? "" : "left"))]))));

    static Command Change(Shell shell)
    {
        var name = Described.Name("NAME", "the person");
        var (roles, funds) = (RoleOption(), FundOption());
        var allFunds = Described.Flag("--all-funds", "no longer limited to funds");
        var reason = Described.Text("--reason", "why", "TEXT");
        return Described.Command("change", "Give a person other roles or funds; those given replace the old ones.",
            "fundledger users change ben --role approver --all-funds", name, roles, funds, allFunds, reason)
            .Does(parse => shell.Record(parse, (ledger, author) => Roles(parse.GetValue(roles) ?? []).Then(given =>
                ledger.Users.Change(parse.GetRequiredValue(name), given.IsEmpty ? null : given, Funds(parse, funds, allFunds),
                    parse.GetValue(reason), author))));
    }

    static Command Remove(Shell shell)
    {
        var name = Described.Name("NAME", "the person");
        var reason = Described.Text("--reason", "why", "TEXT");
        return Described.Command("remove", "Record that a person left. What the person recorded stays.",
            "fundledger users remove ben --reason \"moved to another section\"", name, reason)
            .Does(parse => shell.Record(parse, (ledger, author) =>
                ledger.Users.Remove(parse.GetRequiredValue(name), parse.GetValue(reason), author)));
    }

    static Option<string[]> RoleOption() => Described.Several("--role", $"one of {Word.List<Role>()}; once for each", "ROLE");

    static Option<string[]> FundOption() => Described.Several("--fund", "only this fund; once for each", "FUND");

    static ImmutableArray<string>? Funds(ParseResult parse, Option<string[]> funds, Option<bool> all) =>
        parse.GetValue(all) ? [] : parse.GetValue(funds) is { Length: > 0 } given ? [.. given] : null;

    static Outcome<ImmutableArray<Role>> Roles(string[] words)
    {
        var roles = ImmutableArray.CreateBuilder<Role>();
        foreach (var word in words)
        {
            var role = Input.OneOf(word, Role.Recorder, "--role");
            if (role.IsRefused) return new Refusal(role.Problems);
            roles.Add(role.Value);
        }

        return roles.ToImmutable();
    }
}
