using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Closing;
using FundLedger.Data.Journal;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Data.Closing;

/// <summary>A year that stands closed: by which entry, when and by whom, and how what was found was explained.</summary>
public sealed record ClosedYear(
    int Year, long Entry, DateTimeOffset At, string By, string? ApprovedBy, ImmutableArray<Finding> Findings);

/// <summary>The closing of years, and their opening again.</summary>
public sealed class ClosingStore(Ledger ledger)
{
    /// <summary>
    /// What has to be cleared or explained before the year can be closed. The checks of all figures may be left to the closing
    /// itself, which asks them again.
    /// </summary>
    public Outcome<ImmutableArray<Finding>> Checklist(int year, bool withChecks = true) =>
        CloseYear.EndOf(year).Then<ImmutableArray<Finding>>(end => new ClosingChecklist(ledger, end).Findings(withChecks));

    /// <summary>Whether open agreements in other currencies wait to be revalued at the year's end. Closing does not insist on it.</summary>
    public bool IsUnrevalued(int year) =>
        CloseYear.EndOf(year) is { IsRefused: false } end && new ClosingChecklist(ledger, end.Value).IsUnrevalued();

    /// <summary>
    /// Closes a year; each finding of the checklist needs an explanation, which is stored with the closing. A closed year
    /// takes no entries.
    /// </summary>
    public Outcome<Recorded> Close(int year, ImmutableSortedDictionary<FindingKind, string> explanations, Author author) =>
        ledger.Write(author, new CloseBooks(year, explanations));

    /// <summary>Opens the last closed year again, with a reason and the approval of a second person.</summary>
    public Outcome<Recorded> Reopen(int year, string reason, Author author) => ledger.Write(author, new ReopenBooks(year, reason));

    /// <summary>Up to which year nothing can be dated, as known up to an entry.</summary>
    public ClosedYears Closed(long knownUpTo = StandingData.Everything) => new((int)ledger.Single<long>(
        "SELECT COALESCE((SELECT through FROM closing WHERE entry <= @knownUpTo ORDER BY entry DESC LIMIT 1), 0)", new { knownUpTo }));

    /// <summary>The closing of a year with its findings, for the notes of reports; none where it stood open then.</summary>
    public ClosedYear? Of(int year, Knowledge known)
    {
        if (Closed(known.Entry).Through < year) return null;
        var row = ledger.Single<EntryRow>("""
            SELECT e.* FROM entry e WHERE e.number =
                (SELECT MAX(entry) FROM closing WHERE year = @year AND through = year AND entry <= @known)
            """, new { year, known = known.Entry });
        // A year before the first closing was closed with it and has no findings of its own.
        return row?.ToHeader() is not { } entry ? null
            : new ClosedYear(year, entry.Number, entry.RecordedAt, entry.RecordedBy, entry.ApprovedBy, FindingsOf(entry.Number));
    }

    internal Outcome<Recorded> Close(CloseBooks request, Writing writing) =>
        CloseYear.Objection(request.Year, Closed(), ledger.Today) is { } problem ? problem
            : Checklist(request.Year)
                .Then(found => CloseYear.Decide(request.Year, Closed(), ledger.Today, found, request.Explanations))
                .Then(draft => Post(draft, request.Year, writing));

    internal Outcome<Recorded> Reopen(ReopenBooks request, Writing writing) =>
        CloseYear.Reopen(request.Year, Closed(), request.Reason).Then(draft => Post(draft, request.Year, writing));

    static Outcome<Recorded> Post(EntryDraft draft, int year, Writing writing) =>
        writing.Post(draft).Then<Recorded>(number => new Recorded(number, FormattableString.Invariant($"{year}"), draft.Text));

    ImmutableArray<Finding> FindingsOf(long entry) =>
    [
        .. ledger.Query<FindingRow>("SELECT kind, found, usd, detail, explanation FROM finding WHERE entry = @entry ORDER BY line",
            new { entry }).Select(row => row.ToFinding()),
    ];

    sealed class FindingRow
    {
        public string Kind { get; init; } = "";
        public long Found { get; init; }
        public long Usd { get; init; }
        public string Detail { get; init; } = "";
        public string? Explanation { get; init; }

        internal Finding ToFinding() => new(Word.Parse<FindingKind>(Kind), Found, Amount.Usd(Usd), Detail, Explanation);
    }
}
