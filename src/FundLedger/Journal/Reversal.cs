using FundLedger.Money;
using System.Collections.Immutable;
using FundLedger.Checks;

namespace FundLedger.Journal;

/// <summary>
/// Undoes an entry by posting its exact opposite, at the values of the original. What the entry recorded stays to be
/// read; the reversal names it and it can be undone once.
/// </summary>
public static class Reversal
{
    /// <summary>The kinds of entry that can be undone: those that moved money or promises.</summary>
    public static bool CanReverse(EntryKind kind) => kind
        is EntryKind.Pledge or EntryKind.Formalisation or EntryKind.Signing or EntryKind.Amendment or EntryKind.Cancellation
        or EntryKind.WriteOff or EntryKind.Payment or EntryKind.Allocation or EntryKind.Refund or EntryKind.Revaluation
        or EntryKind.Statement;

    /// <summary>The entry that heads the undoing of an import; the reversals of the import's entries are its batch.</summary>
    public static Outcome<EntryDraft> OfBatch(EntryHeader import, DateOnly date, string reason)
    {
        if (import.Kind != EntryKind.Import)
            return Refusal.Because($"entry {import.Number} is of kind {Word.Of(import.Kind)}, not an import",
                "give the number of the batch that the import named, or reverse the entry alone");
        if (string.IsNullOrWhiteSpace(reason)) return ReasonMissing();
        return new EntryDraft(EntryKind.Reversal, date, $"{import.Text} undone") { Reason = reason, Reverses = import.Number };
    }

    public static Outcome<EntryDraft> Decide(
        EntryHeader original, IEnumerable<Posting> postings, IEnumerable<ILedgerRecord> opposites, DateOnly date, string reason)
    {
        if (!CanReverse(original.Kind))
            return Refusal.Because($"entry {original.Number} is of kind {Word.Of(original.Kind)} and cannot be reversed",
                "reverse the entry that moved the money");
        if (string.IsNullOrWhiteSpace(reason)) return ReasonMissing();
        if (date < original.Date)
            return new Problem($"{DayText.Iso(date)} is before entry {original.Number} of {DayText.Iso(original.Date)}",
                $"give a day on or after {DayText.Iso(original.Date)}")
            { Column = "date", Value = $"{DayText.Iso(date)}" };
        return new EntryDraft(EntryKind.Reversal, date, $"Reversal of entry {original.Number}: {original.Text}")
        {
            Reason = reason,
            Reverses = original.Number,
            // In the opposite order, so that no claim is below zero on the way.
            Postings = [.. postings.Reverse().Select(posting => posting.Opposite())],
            Records = [.. opposites],
        };
    }

    static Problem ReasonMissing() =>
        new("the reversal has no reason", "say why in a few words; it stays in the audit trail") { Column = "reason" };
}
