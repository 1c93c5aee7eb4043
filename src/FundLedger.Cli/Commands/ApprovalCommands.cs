using System.Collections.Immutable;
using System.CommandLine;
using FundLedger.Approvals;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Reports;

namespace FundLedger.Cli.Commands;

/// <summary>What needs a second person, and what waits for one.</summary>
static class ApprovalCommands
{
    internal static Command Rules(Shell shell) => Described.Command("approvals",
        "Which entries need the approval of a second person. The rules rest while nobody is on record.",
        "fundledger approvals rules", List(shell), Set(shell), End(shell));

    internal static Command Proposals(Shell shell) => Described.Command("proposals", """
        What waits for a second person. A request that needs approval and names no approver posts nothing: it is kept as a
        proposal, with exit code 0 and its number as "proposal" in JSON, and is done when it is approved.
        """, "fundledger proposals list\nfundledger proposals approve 1204 --by \"J. Doe\"", Waiting(shell), Approve(shell), Reject(shell));

    static Command List(Shell shell) => Described.Command("rules", "List the rules that stand.", "fundledger approvals rules")
        .Does(parse => shell.Do(parse, ledger => (Outcome<ImmutableArray<ApprovalRule>>)ledger.Approvals.Rules().All,
            rules => shell.Terminal.Print(new Table("rules", "",
                [new("kind", "Entries of kind", ColumnKind.Text), new("threshold", "need approval", ColumnKind.Text)],
                [.. rules.Select(rule => Row.Detail(Word.Of(rule.Kind), rule.Threshold is { IsPositive: true } most
                    ? FormattableString.Invariant($"above US$ {most.ToDecimal():N2}") : "always"))]))));

    static Command Set(Shell shell)
    {
        var kind = Described.Name("KIND", "the kind of entry, e.g. payment");
        var above = Described.Text("--above",
            "the amount in US$ above which approval is needed; every entry where none is given", "AMOUNT");
        var reason = Described.Text("--reason", "why", "TEXT");
        return Described.Command("set", "Have entries of a kind approved by a second person.",
            "fundledger approvals set payment --above 100000\nfundledger approvals set write-off", kind, above, reason)
            .Does(parse => shell.Record(parse, (ledger, author) => Kind(parse.GetRequiredValue(kind)).Then(what =>
                Input.OptionalAmount(parse.GetValue(above), Currency.Usd, "--above").Then(threshold =>
                    ledger.Approvals.Set(what, threshold ?? Amount.Usd(0), parse.GetValue(reason), author)))));
    }

    static Command End(Shell shell)
    {
        var kind = Described.Name("KIND", "the kind of entry");
        var reason = Described.Text("--reason", "why", "TEXT");
        return Described.Command("end", "End the rule for a kind of entry.",
            "fundledger approvals end payment --reason \"a policy of 2025\"", kind, reason)
            .Does(parse => shell.Record(parse, (ledger, author) => Kind(parse.GetRequiredValue(kind)).Then(what =>
                ledger.Approvals.Set(what, null, parse.GetValue(reason), author))));
    }

    static Command Waiting(Shell shell)
    {
        var all = Described.Flag("--all", "also those that were decided");
        return Described.Command("list", "List what waits for approval.", "fundledger proposals list", all)
            .Does(parse => shell.Do(parse, ledger => (Outcome<ImmutableArray<ProposalState>>)(parse.GetValue(all)
                ? ledger.Proposals.All() : ledger.Proposals.Waiting()), proposals => Print(shell, proposals)));
    }

    static Command Approve(Shell shell)
    {
        var number = Number();
        return Described.Command("approve", "Approve a proposal: it is done now, and you are its approver.",
            "fundledger proposals approve 1204 --by \"J. Doe\"", number)
            .Does(parse => shell.Record(parse, (ledger, author) => ledger.Proposals.Approve(parse.GetValue(number), author)));
    }

    static Command Reject(Shell shell)
    {
        var number = Number();
        var reason = Described.Needed("--reason", "why", "TEXT");
        return Described.Command("reject", "Reject a proposal, or withdraw your own.",
            "fundledger proposals reject 1204 --reason \"the agreement is still good\"", number, reason)
            .Does(parse => shell.Record(parse, (ledger, author) =>
                ledger.Proposals.Reject(parse.GetValue(number), parse.GetRequiredValue(reason), author)));
    }

    static void Print(Shell shell, ImmutableArray<ProposalState> proposals) => shell.Terminal.Print(new Table("proposals", "",
        [
            new("number", "Proposal", ColumnKind.Count), new("proposed_by", "By", ColumnKind.Text),
            new("proposed_at", "On", ColumnKind.Date), new("text", "What", ColumnKind.Text), new("reason", "Why approval", ColumnKind.Text),
            new("state", "State", ColumnKind.Text),
        ],
        [.. proposals.Select(one => Row.Detail(new CountCell(one.Number), one.ProposedBy, DateOnly.FromDateTime(one.ProposedAt.UtcDateTime),
            one.Text, one.Reason ?? "", one.Verdict is { } verdict ? $"{Word.Of(verdict)} by {one.DecidedBy}" : "waiting"))]));

    static Argument<long> Number() => new("PROPOSAL") { Description = "the number of the proposal" };

    static Outcome<EntryKind> Kind(string word) => Input.OneOf(word, EntryKind.Payment, "KIND");
}
