using System.Collections.Immutable;
using System.CommandLine;
using FundLedger.Bank.Matching;
using FundLedger.Checks;
using FundLedger.Data.Bank;
using FundLedger.Money;
using FundLedger.Reports;

namespace FundLedger.Cli.Commands;

/// <summary>Looking at bank accounts and at lines that nothing explains yet.</summary>
static class BankQueries
{
    internal static Command Accounts(Shell shell) => Described.Command("accounts",
        "List the bank accounts, their newest balance and how many lines nothing explains.", "fundledger bank accounts")
        .Does(parse => shell.Do(parse, ledger => (Outcome<ImmutableArray<BankAccount>>)ledger.Bank.Accounts(),
            accounts => shell.Terminal.Print(new Table("accounts", "",
                [
                    new("account", "Account", ColumnKind.Text), new("currency", "", ColumnKind.Text),
                    new("balance_day", "Balance on", ColumnKind.Date), new("balance", "Balance", ColumnKind.Money),
                    new("unexplained", "Unexplained", ColumnKind.Count), new("entry", "Import", ColumnKind.Count),
                ],
                [.. accounts.Select(one => Row.Detail(one.Account, one.Currency.Code, one.BalanceDay,
                    one.Balance is { } balance ? balance : Cell.Empty, new CountCell(one.Unexplained), new CountCell(one.Entry)))]))));

    internal static Command Match(Shell shell)
    {
        var account = Described.Text("--account", "only this account", "ACCOUNT");
        var explain = Described.Flag("--explain", "show every candidate with its reasons");
        return Described.Command("match", """
            List the bank lines that nothing explains yet, and for each what it may be. Nothing is recorded.

            A candidate's score adds up what speaks for it. "certain" stands where there is proof of the payer, an amount that
            what is owed explains, and no second reading; anything else says what is doubtful.
            """, "fundledger bank match --explain", account, explain)
            .Does(parse => shell.Do(parse,
                ledger => (Outcome<ImmutableArray<LineShown>>)ledger.Matches.Candidates(parse.GetValue(account))
                    .Select(Shown).ToImmutableArray(),
                lines => Print(shell, lines, parse.GetValue(explain))));
    }

    static LineShown Shown(LineCandidates found) => new(
        found.Line.Id.ToString(), found.Line.Line.Account, found.Line.Day, found.Line.Line.Amount.Currency, found.Line.Line.Amount,
        found.Line.Line.PayerName, found.Line.Line.Remittance, found.Line.LeftReason, found.IsCertain, found.Doubts, found.Recorded,
        [.. found.Match.Proposals.Select((proposal, i) => new CandidateShown(i + 1, proposal.Score, proposal.Donor,
            [.. proposal.Parts.Select(part => part.Instalment.InWords)], proposal.Charge, proposal.ExchangeDifference,
            proposal.Unallocated, [.. proposal.Reasons.Select(reason => new ReasonShown(reason.Sign, reason.Points, reason.Text))]))]);

    static void Print(Shell shell, ImmutableArray<LineShown> lines, bool explain)
    {
        shell.Terminal.Print(new Table("lines", lines.IsEmpty ? "Every bank line is explained." : "",
            [
                new("line", "Line", ColumnKind.Text), new("day", "Day", ColumnKind.Date), new("currency", "", ColumnKind.Text),
                new("amount", "Amount", ColumnKind.Money), new("payer", "Payer", ColumnKind.Text),
                new("best", "Best candidate", ColumnKind.Text), new("score", "Score", ColumnKind.Count), new("state", "", ColumnKind.Text),
            ],
            [.. lines.Select(line => Row.Detail(line.Line, line.Day, line.Currency.Code, line.Amount, line.Payer, Best(line),
                line.Candidates.IsEmpty ? Cell.Empty : new CountCell(line.Candidates[0].Score), State(line)))]));
        if (!explain) return;
        foreach (var line in lines) Explain(shell, line);
    }

    static string Best(LineShown line) => !line.Recorded.IsEmpty ? $"{line.Recorded[0].Reference}, recorded already"
        : line.Candidates.IsEmpty ? "" : $"{line.Candidates[0].Donor} {string.Join(", ", line.Candidates[0].Settles)}";

    static string State(LineShown line) => line.LeftReason is { } reason ? $"left: {reason}" : line.Certain ? "certain" : "";

    static void Explain(Shell shell, LineShown line)
    {
        void Say(FormattableString text) => shell.Terminal.Say(FormattableString.Invariant(text));
        Say($"");
        Say($"{line.Line}  {line.Day:yyyy-MM-dd}  {line.Amount}  {line.Payer}  {line.Remittance.ReplaceLineEndings(" ")}");
        foreach (var one in line.Recorded) Say($"   recorded already: {one.Reference} of {one.Date:yyyy-MM-dd}, entry {one.Entry}");
        foreach (var candidate in line.Candidates)
        {
            Say($"   {candidate.Number}. {candidate.Score} points: {candidate.Donor} {string.Join(", ", candidate.Settles)}");
            foreach (var reason in candidate.Reasons) Say($"      {reason.Points,4} {reason.Text}");
            if (!candidate.Charge.IsZero) Say($"           charge {candidate.Charge}");
            if (!candidate.ExchangeDifference.IsZero) Say($"           exchange difference {candidate.ExchangeDifference}");
            if (!candidate.Unallocated.IsZero) Say($"           left over {candidate.Unallocated}");
        }

        foreach (var doubt in line.Doubts) Say($"   doubt: {doubt}");
    }

    sealed record LineShown(
        string Line, string Account, DateOnly Day, Currency Currency, Amount Amount, string Payer, string Remittance, string? LeftReason,
        bool Certain, ImmutableArray<string> Doubts, ImmutableArray<RecordedEntry> Recorded, ImmutableArray<CandidateShown> Candidates);

    sealed record CandidateShown(
        int Number, int Score, string Donor, ImmutableArray<string> Settles, Amount Charge, Amount ExchangeDifference,
        Amount Unallocated, ImmutableArray<ReasonShown> Reasons);

    sealed record ReasonShown(MatchSign Sign, int Points, string Text);
}
