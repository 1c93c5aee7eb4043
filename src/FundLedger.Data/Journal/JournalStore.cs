using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Payments;

namespace FundLedger.Data.Journal;

/// <summary>What the ledger knew at one moment: its last entry, when that was recorded, and its seal.</summary>
public sealed record Knowledge(long Entry, DateTimeOffset At, string Seal);

/// <summary>The journal itself: entries, their postings and their reversal.</summary>
public sealed class JournalStore(Ledger ledger)
{
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

    /// <summary>Undoes one entry by its exact opposite.</summary>
    public Outcome<Recorded> Reverse(long entry, DateOnly date, string reason, Author author) =>
        ledger.Write(author, new { entry, date, reason }, writing => Reverse(entry, date, reason, writing));

    internal Outcome<Recorded> Reverse(long entry, DateOnly date, string reason, Writing writing)
    {
        if (Header(entry) is not { } original)
            return new Problem($"there is no entry {entry}", "see the journal for the numbers of entries");
        var by = ledger.Single<long>("SELECT number FROM entry WHERE reverses = @entry AND reverses <> 0", new { entry });
        if (by != 0)
            return new Problem($"entry {entry} is reversed already, by entry {by}",
                "an entry is reversed once; nothing more is to be done");
        return Reversal.Decide(original, Postings(entry), Opposites(entry), date, reason)
            .Then(draft => StillStands(draft, entry) is { } problem ? (Outcome<EntryDraft>)problem : draft)
            .Then<Recorded>(draft => new Recorded(writing.Post(draft), $"entry {entry}", draft.Text));
    }

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
        foreach (var posting in draft.Postings.Where(posting => posting.Account.IsClaim() && posting.Amount.IsNegative))
        {
            var open = ledger.Single<long>(
                "SELECT amount FROM claim WHERE pledge = @Pledge AND instalment = @Instalment AND account = @account",
                new { posting.Pledge, posting.Instalment, account = Word.Of(posting.Account) });
            if (open + posting.Amount.MinorUnits >= 0) continue;
            var later = ledger.Query<long>("""
                SELECT DISTINCT p.entry FROM posting p
                WHERE p.pledge = @Pledge AND p.entry > @entry
                  AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = p.entry)
                ORDER BY p.entry DESC
                """, new { posting.Pledge, entry });
            return new Problem(
                $"entry {entry} cannot be reversed: the pledge was changed or paid since, by entry {string.Join(", ", later)}",
                "reverse those first, the newest before the older, or write off or cancel what is left");
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

    internal EntryHeader? Header(long entry)
    {
        var row = ledger.Single<EntryRow>("SELECT * FROM entry WHERE number = @entry", new { entry });
        return row?.ToHeader();
    }

    internal ImmutableArray<Posting> Postings(long entry) =>
        [.. ledger.Query<PostingRow>("SELECT * FROM posting WHERE entry = @entry ORDER BY line", new { entry })
            .Select(row => row.ToPosting())];

    IEnumerable<ILedgerRecord> Opposites(long entry) => ledger.Query<AllocationRow>(
            "SELECT * FROM allocation WHERE entry = @entry ORDER BY line", new { entry })
        .Select(row => row.ToAllocation().Opposite());

    sealed class AllocationRow
    {
        public long Payment { get; init; }
        public long Pledge { get; init; }
        public long Instalment { get; init; }
        public string Fund { get; init; } = "";
        public Currency Currency { get; init; } = Currency.Usd;
        public long Amount { get; init; }
        public Currency SettledCurrency { get; init; } = Currency.Usd;
        public long Settled { get; init; }
        public long Usd { get; init; }

        internal Allocation ToAllocation() => new(Payment, Pledge, (int)Instalment, Fund, new Amount(Amount, Currency),
            new Amount(Settled, SettledCurrency), FundLedger.Money.Amount.Usd(Usd));
    }
}
