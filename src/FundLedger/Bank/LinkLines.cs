using System.Collections.Immutable;
using FundLedger.Bank.Matching;
using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Bank;

/// <summary>Says that bank lines are money which the ledger holds already, or that a line shall stay unexplained.</summary>
public static class LinkLines
{
    /// <summary>The lines and the entries must come to the same, in one currency.</summary>
    public static Outcome<EntryDraft> Decide(ImmutableArray<HeldLine> lines, ImmutableArray<RecordedEntry> entries, DateOnly today)
    {
        var currency = lines[0].Line.Amount.Currency;
        var other = lines.Select(line => line.Line.Amount.Currency).Concat(entries.Select(entry => entry.Amount.Currency))
            .FirstOrDefault(one => one != currency);
        if (other is not null)
            return new Problem($"a sum in {currency} cannot be one in {other}", $"name only lines and entries in {currency}");
        var arrived = lines.Aggregate(Amount.Zero(currency), (sum, line) => sum + line.Line.Amount);
        var recorded = entries.Aggregate(Amount.Zero(currency), (sum, entry) => sum + entry.Amount);
        if (arrived != recorded)
            return new Problem($"the lines come to {arrived}, the entries to {recorded}: {arrived - recorded} is not explained",
                "name all lines and entries that belong together; where a bank took a charge that the payment does not have, "
                + "reverse the payment and confirm the line with the charge");
        return new EntryDraft(EntryKind.BankMatch, today,
            $"Bank {Words("line", lines.Select(line => line.Id.ToString()))} explained by {Words("entry", entries.Select(Name))}")
        {
            Records = [.. lines.SelectMany(line => entries.Select(entry => new BankMatch(line.Id, entry.Entry)))],
        };
    }

    /// <summary>Leaves a line unexplained; a reconciliation shows it with the reason.</summary>
    public static Outcome<EntryDraft> Leave(HeldLine line, string reason, DateOnly today) => string.IsNullOrWhiteSpace(reason)
        ? new Problem("the line is left without a reason", "say why in a few words; every reconciliation shows it") { Column = "reason" }
        : new EntryDraft(EntryKind.BankMatch, today, $"Bank line {line.Id} of {line.Line.Amount} left unexplained")
        { Reason = reason, Records = [new BankMatch(line.Id, 0)] };

    static string Name(RecordedEntry entry) => FormattableString.Invariant($"{entry.Entry}");

    static string Words(string word, IEnumerable<string> names) => word + " " + string.Join(", ", names);
}
