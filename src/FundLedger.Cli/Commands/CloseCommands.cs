using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Closing;
using FundLedger.Data;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Reports;

namespace FundLedger.Cli.Commands;

static class CloseCommands
{
    internal static Command Close(Shell shell)
    {
        var year = Year();
        var explain = Described.Several("--explain",
            $"why a finding may stand, e.g. unsigned-pledges=\"letters are out\"; one of {Word.List<FindingKind>()}", "FINDING=TEXT");
        var check = Described.Flag("--check", "only show what the checklist finds");
        return Described.Command("close", """
            Close a year: nothing can be dated in it any more. Whatever the checklist finds is cleared first, or explained;
            explanations are stored with the closing and printed in the notes of reports.
            """, "fundledger close 2025 --check\nfundledger close 2025 --explain unsigned-pledges=\"the letters are out\"",
            year, explain, check)
            .Does(parse => parse.GetValue(check)
                ? shell.Do(parse, ledger => Check(ledger, parse.GetValue(year)), found => Print(shell, found))
                : shell.Record(parse, (ledger, author) => Explanations(parse.GetValue(explain) ?? [])
                    .Then(explanations => ledger.Closing.Close(parse.GetValue(year), explanations, author))));
    }

    internal static Command Reopen(Shell shell)
    {
        var year = Year();
        var reason = Described.Needed("--reason", "why", "TEXT");
        return Described.Command("reopen", """
            Open the last closed year again. A second person has to approve it: name them with --approved-by, or let them
            approve the proposal that this makes.
            """, "fundledger reopen 2025 --reason \"a late statement of the bank\" --approved-by \"J. Doe\"", year, reason)
            .Does(parse => shell.Record(parse, (ledger, author) =>
                ledger.Closing.Reopen(parse.GetValue(year), parse.GetRequiredValue(reason), author)));
    }

    static Outcome<Checklist> Check(Ledger ledger, int year) =>
        ledger.Closing.Checklist(year).Then<Checklist>(findings =>
            new Checklist(year, findings, ledger.Closing.IsUnrevalued(year)));

    static Argument<int> Year() => new("YEAR") { Description = "the year, four digits" };

    static Outcome<ImmutableSortedDictionary<FindingKind, string>> Explanations(string[] texts)
    {
        var explanations = ImmutableSortedDictionary.CreateBuilder<FindingKind, string>();
        foreach (var text in texts)
        {
            var sides = text.Split('=', 2);
            var kind = Input.OneOf(sides[0], FindingKind.UnsignedPledges, "--explain");
            if (kind.IsRefused) return new Refusal(kind.Problems);
            explanations[kind.Value] = sides.Length == 2 ? sides[1] : "";
        }

        return explanations.ToImmutable();
    }

    static void Print(Shell shell, Checklist checklist)
    {
        if (checklist.Findings.IsEmpty)
            shell.Terminal.Say(string.Format(CultureInfo.InvariantCulture, "Nothing stands in the way of closing {0}.", checklist.Year));
        else
            shell.Terminal.Print(new Table("findings", FormattableString.Invariant($"Before {checklist.Year} is closed"),
                [
                    new("kind", "Finding", ColumnKind.Text), new("count", "Number", ColumnKind.Count),
                    new("usd", "US$", ColumnKind.Dollars), new("detail", "Which", ColumnKind.Text),
                ],
                [.. checklist.Findings.Select(finding => Row.Detail(Word.Of(finding.Kind), new CountCell(finding.Count), finding.Usd,
                    finding.Detail))]));
        if (checklist.IsUnrevalued)
            shell.Terminal.Say(string.Format(CultureInfo.InvariantCulture,
                "Agreements in other currencies were not revalued at 31 December {0}; once the year is closed they cannot be: "
                + "fundledger revalue {0}", checklist.Year));
    }

    sealed record Checklist(int Year, ImmutableArray<Finding> Findings, bool IsUnrevalued);
}
