using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Journal;

namespace FundLedger.Closing;

/// <summary>Closes a year once everything its checklist found is cleared or explained, and opens the last closed one again.</summary>
public static class CloseYear
{
    /// <summary>Years are closed in their order; the first closing closes all years before it too.</summary>
    public static Outcome<EntryDraft> Decide(
        int year, ClosedYears closed, DateOnly today, ImmutableArray<Finding> findings,
        IReadOnlyDictionary<FindingKind, string> explanations)
    {
        if (Objection(year, closed, today) is { } problem) return problem;
        var explained = findings
            .Select(finding => finding with { Explanation = explanations.GetValueOrDefault(finding.Kind)?.Trim() }).ToImmutableArray();
        var open = explained.Where(finding => string.IsNullOrEmpty(finding.Explanation)).ToImmutableArray();
        if (!open.IsEmpty) return new Refusal([.. open.Select(finding => Unexplained(finding))]);
        return new EntryDraft(EntryKind.Closing, EndOf(year).Value, FormattableString.Invariant($"{year} closed"))
        {
            Records = [new YearClosing(year, year), .. explained],
        };
    }

    /// <summary>Opens the last closed year. The ledger asks for a second person in every case.</summary>
    public static Outcome<EntryDraft> Reopen(int year, ClosedYears closed, string reason)
    {
        if (year > closed.Through)
            return About(year, FormattableString.Invariant($"{year} is not closed"), "nothing is to be done");
        if (year < closed.Through)
            return About(year, FormattableString.Invariant($"{closed.Through} is closed too, and is later"),
                FormattableString.Invariant($"open {closed.Through} first: the latest year before the earlier ones"));
        if (string.IsNullOrWhiteSpace(reason))
            return new Problem("the reopening has no reason", "say why in a few words; it stays in the audit trail")
            { Column = "reason" };
        return new EntryDraft(EntryKind.Reopening, EndOf(year).Value, FormattableString.Invariant($"{year} opened again"))
        {
            Reason = reason,
            Records = [new YearClosing(year, year - 1)],
        };
    }

    /// <summary>The last day of a year, or the problem that it is none of a ledger's.</summary>
    public static Outcome<DateOnly> EndOf(int year) => year is >= 1946 and <= 2200
        ? new DateOnly(year, 12, 31)
        : About(year, FormattableString.Invariant($"{year} is not a year of a ledger"), "write four digits, such as 2025");

    /// <summary>Why the year cannot be closed, whatever is found in it; none when it can.</summary>
    public static Problem? Objection(int year, ClosedYears closed, DateOnly today)
    {
        if (EndOf(year) is { IsRefused: true } no) return no.Problems[0];
        if (year >= today.Year)
            return About(year, FormattableString.Invariant($"{year} is not over"), "close a year after its last day");
        if (year <= closed.Through) return About(year, FormattableString.Invariant($"{year} is closed already"), "nothing is to be done");
        return closed.Through == 0 || year == closed.Through + 1 ? null
            : About(year, FormattableString.Invariant($"{closed.Through + 1} is not closed"),
                FormattableString.Invariant($"close {closed.Through + 1} first: years are closed in their order"));
    }

    static Problem Unexplained(Finding finding) => new(finding.Text(),
        $"clear it, or explain it with ‹explain› {Word.Of(finding.Kind)}=\"…\"")
    { Column = Word.Of(finding.Kind) };

    static Problem About(int year, string message, string remedy) =>
        new(message, remedy) { Column = "year", Value = FormattableString.Invariant($"{year}") };
}
