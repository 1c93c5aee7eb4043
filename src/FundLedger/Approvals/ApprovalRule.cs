using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Approvals;

/// <summary>
/// That entries of a kind need a second person from this entry on: each where the threshold is zero, else those that move
/// more than it on an account. No threshold ends the rule.
/// </summary>
public sealed record ApprovalRule(EntryKind Kind, Amount? Threshold) : ILedgerRecord
{
    /// <summary>What the first person on record brings: the acts that no organization leaves to one person.</summary>
    public static ImmutableArray<ApprovalRule> Usual { get; } =
    [
        new(EntryKind.WriteOff, Amount.Usd(0)), new(EntryKind.Refund, Amount.Usd(0)), new(EntryKind.Rates, Amount.Usd(0)),
        new(EntryKind.Reopening, Amount.Usd(0)),
    ];

    public static RecordShape Shape { get; } = new("approval_rule", "kind text, threshold_usd number");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink)
    {
        sink.Text(Word.Of(Kind));
        sink.Number(Threshold?.MinorUnits);
    }

    public Outcome<ApprovalRule> Accept()
    {
        // A proposal keeps what it asks for, and a contact's details must not stay where they cannot be erased.
        if (Kind is EntryKind.Proposal or EntryKind.Decision or EntryKind.Report or EntryKind.Letter or EntryKind.Contact)
            return new Problem($"entries of kind {Word.Of(Kind)} are never approved", "name another kind")
            { Column = "kind", Value = Word.Of(Kind) };
        if (Threshold is { IsNegative: true })
            return new Problem("the threshold is below zero", "give 0 for every entry, or an amount in US$") { Column = "threshold" };
        if (Kind == EntryKind.Reopening && Threshold is not { IsZero: true })
            return new Problem("reopening a year always needs a second person", "leave that rule as it is") { Column = "kind" };
        return Threshold is { IsPositive: true } && !Kind.MovesMoney()
            ? new Problem($"entries of kind {Word.Of(Kind)} have no amount", "give the threshold 0: each of them needs approval")
            { Column = "threshold" }
            : this;
    }
}
