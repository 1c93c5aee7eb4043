using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FundLedger.Bank;
using FundLedger.Checks;
using FundLedger.Data.Bank;

namespace FundLedger.Cli.Commands;

static class BankCommands
{
    internal static Command Build(Shell shell) => Described.Command("bank",
        "Bank statements, and what explains their lines.", "fundledger bank import statement.xml\nfundledger bank match --explain",
        Import(shell), BankQueries.Accounts(shell), BankQueries.Match(shell), ConfirmCommand.Build(shell), Leave(shell), Undo(shell),
        Settings(shell));

    internal static Argument<string[]> Lines() =>
        new("LINE") { Description = "one bank line or several, such as 57.2", Arity = ArgumentArity.OneOrMore };

    internal static Outcome<ImmutableArray<BankLineId>> Read(IEnumerable<string> texts)
    {
        var lines = ImmutableArray.CreateBuilder<BankLineId>();
        foreach (var text in texts)
        {
            if (!BankLineId.TryParse(text, out var id))
                return new Problem($"'{text}' is not a bank line", "write it as 'fundledger bank match' lists it, such as 57.2")
                { Column = "LINE", Value = text };
            lines.Add(id.Value);
        }

        return lines.ToImmutable();
    }

    static Command Import(Shell shell)
    {
        var file = Described.Name("FILE", "camt.053 (XML), MT940, or CSV with a profile");
        var profile = Described.Text("--profile", "the file that says how the bank writes its CSV", "FILE");
        var dryRun = Described.Flag("--dry-run", "say what would happen and keep nothing");
        return Described.Command("import", """
            Take over a bank statement. What the file is decides its content, not its name.

            The balances must foot. The same file twice adds nothing, overlapping files add what is new, and genuine twins
            stay two. The file is kept in the ledger.
            """, "fundledger bank import 2025-03.xml\nfundledger bank import 2025-03.csv --profile our-bank.profile", file, profile, dryRun)
            .Does(parse => shell.Do(parse, ledger => ledger.Bank.Import(parse.GetRequiredValue(file), new BankImportOptions
            {
                ProfilePath = parse.GetValue(profile),
                DryRun = parse.GetValue(dryRun),
            }, shell.Author(parse)), done => Print(shell, done)));
    }

    static void Print(Shell shell, BankImported done)
    {
        shell.Terminal.Say(string.Format(CultureInfo.InvariantCulture, "{0} {1:N0} new lines from {2}; {3:N0} were known already.",
            done.DryRun ? "Would add" : "Added", done.Added, done.File, done.Known));
        foreach (var gap in done.Gaps) shell.Terminal.Say("Warning: " + gap + ".");
        if (done.Confirmed > 0)
            shell.Terminal.Say(string.Format(CultureInfo.InvariantCulture, "{0:N0} lines were certain and are confirmed.",
                done.Confirmed));
        if (done.Added > done.Confirmed && !done.DryRun) shell.Terminal.Say("Next: 'fundledger bank match --explain'.");
    }

    static Command Leave(Shell shell)
    {
        var line = Described.Name("LINE", "the bank line, such as 57.2");
        var reason = Described.Needed("--reason", "why; every reconciliation shows it", "TEXT");
        return Described.Command("leave", "Leave a line unexplained for a reason, such as a transfer between own accounts.",
            "fundledger bank leave 57.2 --reason \"transfer from our account in Geneva\"", line, reason)
            .Does(parse => shell.Record(parse, (ledger, author) => Read([parse.GetRequiredValue(line)]).Then(lines =>
                ledger.Matches.Leave(lines[0], parse.GetRequiredValue(reason), author))));
    }

    static Command Undo(Shell shell)
    {
        var what = Described.Name("LINE", "the bank line, such as 57.2; or the number of an import's entry, such as 57");
        var date = Described.Text("--date", "the day; today where none is given", "DATE");
        var reason = Described.Needed("--reason", "why", "TEXT");
        return Described.Command("undo", """
            Take back what explains a line: a payment recorded from it is reversed with all that it settled. With an entry's
            number, take back the import of a statement.
            """, "fundledger bank undo 57.2 --reason \"it was of another donor\"\n"
            + "fundledger bank undo 57 --reason \"file of another account\"",
            what, date, reason)
            .Does(parse => shell.Record(parse, (ledger, author) => Input.Day(parse.GetValue(date), ledger.Today, "--date").Then(day =>
                long.TryParse(parse.GetRequiredValue(what), NumberStyles.None, CultureInfo.InvariantCulture, out var entry)
                    ? ledger.Bank.Undo(entry, day, parse.GetRequiredValue(reason), author)
                    : Read([parse.GetRequiredValue(what)]).Then(lines =>
                        ledger.Matches.Undo(lines[0], day, parse.GetRequiredValue(reason), author)))));
    }

    static Command Settings(Shell shell)
    {
        var post = Described.Needed("--post-certain", "yes: an import confirms what is certain by itself; no: never", "yes|no");
        post.AcceptOnlyFromAmong("yes", "no");
        var reason = Described.Text("--reason", "why", "TEXT");
        return Described.Command("settings", "Say whether what is certain needs a person.",
            "fundledger bank settings --post-certain yes --reason \"agreed with the certifying officer\"", post, reason)
            .Does(parse => shell.Record(parse, (ledger, author) => ledger.Settings.Set(
                BankSettings.PostCertain, parse.GetRequiredValue(post), parse.GetValue(reason), author)));
    }
}
