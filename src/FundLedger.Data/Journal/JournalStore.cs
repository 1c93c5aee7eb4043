using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Pledges;
using FundLedger.Data.Reports;
using FundLedger.Journal;
using FundLedger.Reports;

namespace FundLedger.Data.Journal;

/// <summary>What the ledger knew at one moment: its last entry, when that was recorded, and its seal.</summary>
public sealed record Knowledge(long Entry, DateTimeOffset At, string Seal);

/// <summary>An entry as it stands sealed, with its postings.</summary>
public sealed record SealedEntry(EntryHeader Header, string Seal, ImmutableArray<Posting> Postings);

/// <summary>The journal itself: entries, their postings and their reversal.</summary>
public sealed class JournalStore(Ledger ledger)
{
    const int MostPreviewed = 200;

    /// <summary>What a claim that is taken away would leave behind: US$ for nothing.</summary>
    const string RevaluedSince = """
        SELECT COALESCE(SUM(usd), 0) FROM posting
        WHERE pledge = @Pledge AND pledge <> 0 AND instalment = @Instalment AND account = @account
          AND movement = 'revalued' AND entry > @entry
        """;

    /// <summary>
    /// What was known at a moment, or now where none is given. Entries that only record that a report was made add
    /// nothing to what is known, so that a report made twice is the same report.
    /// </summary>
    public Outcome<Knowledge> Known(DateTimeOffset? moment = null)
    {
        var row = ledger.Single<(long Number, long RecordedAt, byte[] Seal)>("""
            SELECT number, recorded_at, seal FROM entry
            WHERE recorded_at <= @moment AND kind NOT IN ('report', 'letter')
            ORDER BY number DESC LIMIT 1
            """, new { moment = moment?.ToUnixTimeMilliseconds() ?? long.MaxValue });
        return row.Seal is null
            ? new Problem(FormattableString.Invariant($"the ledger knew nothing on {moment:yyyy-MM-dd HH:mm:ss}Z"), "give a later moment")
            { Column = "as-known-on" }
            : new Knowledge(row.Number, DateTimeOffset.FromUnixTimeMilliseconds(row.RecordedAt), SealWriter.ToText(row.Seal));
    }

    /// <summary>The last entry of any kind and its seal: what a backup is compared with.</summary>
    public Knowledge Head()
    {
        var row = ledger.Single<(long Number, long RecordedAt, byte[] Seal)>(
            "SELECT number, recorded_at, seal FROM entry ORDER BY number DESC LIMIT 1");
        return new Knowledge(row.Number, DateTimeOffset.FromUnixTimeMilliseconds(row.RecordedAt), SealWriter.ToText(row.Seal ?? []));
    }

    /// <summary>Entries after a number, in their order.</summary>
    public ImmutableArray<EntryHeader> After(long entry, int take) => [.. ledger.Query<EntryRow>(
        "SELECT * FROM entry WHERE number > @entry ORDER BY number LIMIT @take", new { entry, take }).Select(row => row.ToHeader())];

    /// <summary>One entry with its postings; none where there is no such number.</summary>
    public SealedEntry? Read(long entry) => ledger.Single<EntryRow>("SELECT * FROM entry WHERE number = @entry", new { entry }) is { } row
        ? new SealedEntry(row.ToHeader(), SealWriter.ToText(row.Seal), Postings(entry)) : null;

    /// <summary>Undoes one entry by its exact opposite.</summary>
    public Outcome<Recorded> Reverse(long entry, DateOnly date, string reason, Author author) =>
        ledger.Write(author, new ReverseEntry(entry, date, reason));

    internal Outcome<Recorded> Reverse(long entry, DateOnly date, string reason, Writing writing)
    {
        if (Header(entry) is not { } original)
            return new Problem($"there is no entry {entry}", "see the journal for the numbers of entries");
        var by = ledger.Single<long>("SELECT number FROM entry WHERE reverses = @entry AND reverses <> 0", new { entry });
        if (by != 0)
            return new Problem($"entry {entry} is reversed already, by entry {by}",
                "an entry is reversed once; nothing more is to be done");
        if (original.Kind == EntryKind.BankStatement && ledger.Bank.BuiltOn(entry) is { } hindrance) return hindrance;
        return Reversal.Decide(original, Postings(entry), Opposites(entry), date, reason)
            .Then(draft => StillStands(draft, entry) is { } problem ? (Outcome<EntryDraft>)problem : draft)
            .Then(draft => writing.Post(draft).Then(number =>
                new Rejoining(ledger).AfterEntry(entry, date, reason, writing).Then<Recorded>(rejoined =>
                    new Recorded(number, $"entry {entry}", draft.Text + rejoined))));
    }

    /// <summary>The journal itself, posting by posting, of a fund, a donor and a period where they are given.</summary>
    public Listing Export(ContributionFilter filter) => JournalExport.Of(ledger, filter);

    /// <summary>Everything that happened to a pledge, in the order in which it was recorded.</summary>
    public ImmutableArray<EntryHeader> EntriesOfPledge(long pledge) => Headers("""
        SELECT * FROM entry WHERE number IN (SELECT entry FROM posting WHERE pledge = @about AND pledge <> 0) ORDER BY number
        """, pledge);

    /// <summary>Everything that happened to a payment, in the order in which it was recorded.</summary>
    public ImmutableArray<EntryHeader> EntriesOfPayment(long payment) => Headers("""
        SELECT * FROM entry
        WHERE number = @about OR (reverses = @about AND reverses <> 0)
           OR number IN (SELECT entry FROM allocation WHERE payment = @about)
           OR number IN (SELECT entry FROM posting WHERE payment = @about AND payment <> 0)
           OR number IN (SELECT entry FROM bank_match WHERE matched = @about AND matched <> 0)
        ORDER BY number
        """, payment);

    ImmutableArray<EntryHeader> Headers(string sql, long about) =>
        [.. ledger.Query<EntryRow>(sql, new { about }).Select(row => row.ToHeader())];

    /// <summary>A promise or receipt that others built on cannot be taken away beneath them.</summary>
    Problem? StillStands(EntryDraft draft, long entry)
    {
        // Several postings of one entry may move the same claim, there and back: what counts is what they come to.
        foreach (var claim in draft.Postings.Where(posting => posting.Account.IsClaim())
            .GroupBy(posting => (posting.Pledge, posting.Instalment, posting.Account)))
        {
            var moved = claim.Sum(posting => posting.Amount.MinorUnits);
            if (moved >= 0) continue;
            var asked = new { claim.Key.Pledge, claim.Key.Instalment, account = Word.Of(claim.Key.Account), entry };
            var open = ledger.Single<long>(
                "SELECT amount FROM claim WHERE pledge = @Pledge AND instalment = @Instalment AND account = @account", asked);
            if (open + moved < 0)
                return BuiltOn(entry, "the pledge was changed or paid since", Later("pledge", claim.Key.Pledge, entry));
            if (ledger.Single<long>(RevaluedSince, asked) != 0)
                return BuiltOn(entry, "the pledge was revalued since", Later("pledge", claim.Key.Pledge, entry));
        }

        foreach (var posting in draft.Postings.Where(posting => posting.Account == Account.Unallocated && posting.Amount.IsPositive))
        {
            var left = ledger.Single<long>("SELECT amount FROM receipt WHERE payment = @Payment", new { posting.Payment });
            if (left < posting.Amount.MinorUnits)
                return BuiltOn(entry, "the payment was allocated or refunded since", Later("payment", posting.Payment, entry));
        }

        return Unreleased(draft, entry);
    }

    /// <summary>A revaluation whose claim was settled since has been released with it, and stays.</summary>
    Problem? Unreleased(EntryDraft draft, long entry)
    {
        foreach (var posting in draft.Postings.Where(posting => posting.Movement == Movement.Revalued && posting.Account.IsClaim()))
        {
            var (amount, usd) = ledger.Single<(long Amount, long Usd)>(
                "SELECT amount, usd FROM claim WHERE pledge = @Pledge AND instalment = @Instalment AND account = @account",
                new { posting.Pledge, posting.Instalment, account = Word.Of(posting.Account) });
            if (amount == 0 && usd + posting.Usd.MinorUnits != 0)
                return new Problem($"entry {entry} cannot be reversed: what it revalued was settled since, and the gain with it",
                    "reverse what settled it first");
        }

        return null;
    }

    /// <summary>Entries after the one given that moved the pledge or payment and still stand, the newest first.</summary>
    IEnumerable<long> Later(string column, long about, long entry) => ledger.Query<long>($"""
        SELECT DISTINCT p.entry FROM posting p JOIN entry e ON e.number = p.entry
        WHERE p.{column} = @about AND p.{column} <> 0 AND p.entry > @entry AND e.reverses = 0
          AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = p.entry AND r.reverses <> 0)
        ORDER BY p.entry DESC
        """, new { about, entry });

    static Problem BuiltOn(long entry, string what, IEnumerable<long> later) =>
        new($"entry {entry} cannot be reversed: {what}, by entry {string.Join(", ", later)}",
            "reverse those first, the newest before the older, or write off or cancel what is left");

    internal EntryHeader? Header(long entry)
    {
        var row = ledger.Single<EntryRow>("SELECT * FROM entry WHERE number = @entry", new { entry });
        return row?.ToHeader();
    }

    internal ImmutableArray<Posting> Postings(long entry) =>
        [.. ledger.Query<PostingRow>("SELECT * FROM posting WHERE entry = @entry ORDER BY line", new { entry })
            .Select(row => row.ToPosting())];

    /// <summary>What was posted after an entry, the first of very many.</summary>
    internal ImmutableArray<Posting> PostedSince(long entry) =>
    [
        .. ledger.Query<PostingRow>("SELECT * FROM posting WHERE entry > @entry ORDER BY entry, line LIMIT @most",
            new { entry, most = MostPreviewed }).Select(row => row.ToPosting()),
    ];

    IEnumerable<ILedgerRecord> Opposites(long entry) =>
        ledger.Query<AllocationRow>(AllocationRow.Sql, new { from = entry, to = entry }).Select(row => row.ToAllocation().Opposite());
}
