using System.Collections.Immutable;
using FundLedger.Money;

namespace FundLedger.Bank.Matching;

/// <summary>A payment or refund that stands in the ledger and that no bank line explains yet.</summary>
public sealed record RecordedEntry(long Entry, string Reference, string Donor, DateOnly Date, Amount Amount);

/// <summary>
/// What an unexplained bank line may be: something that the ledger holds already, else a payment to be recorded. A line
/// that may be held already is never certain, since it would be recorded twice.
/// </summary>
public sealed record LineCandidates(HeldLine Line, LineMatch Match, ImmutableArray<RecordedEntry> Recorded)
{
    /// <summary>How many days an entry may be from a line of the same amount and still be the same money.</summary>
    const int DaysApart = 31;

    public bool IsCertain => Match.IsCertain && Recorded.IsEmpty;

    /// <summary>Every doubt that keeps the best candidate from being certain.</summary>
    public ImmutableArray<string> Doubts => Recorded.IsEmpty ? Match.Doubts
        : [.. Match.Doubts, $"{Recorded[0].Reference} of the same amount is recorded already and no bank line explains it"];

    /// <summary>Joins lines, their proposals and the entries of the same amount on days near to them.</summary>
    public static ImmutableArray<LineCandidates> Join(
        IReadOnlyList<HeldLine> lines, ImmutableArray<LineMatch> matches, IEnumerable<RecordedEntry> recorded)
    {
        var byAmount = recorded.ToLookup(entry => entry.Amount);
        return [.. lines.Select((line, i) => new LineCandidates(line, matches[i],
            [
                .. byAmount[line.Line.Amount].Where(entry => Apart(entry, line) <= DaysApart)
                    .OrderBy(entry => Apart(entry, line)).ThenBy(entry => entry.Entry),
            ]))];
    }

    static int Apart(RecordedEntry entry, HeldLine line) => Math.Abs(entry.Date.DayNumber - line.Day.DayNumber);
}
