using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Closing;

/// <summary>The years that take no entries: all up to and including one; none where that is zero.</summary>
public sealed record ClosedYears(int Through)
{
    public bool Contains(DateOnly day) => day.Year <= Through;

    /// <summary>Why the entry cannot be posted for its date; none when it can.</summary>
    /// <param name="draft">The entry.</param>
    /// <param name="reopeners">Who may approve that a year is opened again, by name.</param>
    public Problem? Objection(EntryDraft draft, IReadOnlyCollection<string> reopeners)
    {
        if (!Contains(draft.Date) || draft.Kind == EntryKind.Reopening) return null;
        var who = reopeners.Count == 0 ? "a second person" : string.Join(" or ", reopeners);
        return new Problem(FormattableString.Invariant($"{draft.Date.Year} is closed: nothing can be dated {DayText.Iso(draft.Date)}"),
            FormattableString.Invariant($"give a day after {Through}; or open the year again with «reopen {Through}», ")
            + $"which {who} must approve")
        { Column = "date", Value = DayText.Iso(draft.Date) };
    }
}
