using System.Runtime.InteropServices;
using FundLedger.Data.Engines;
using FundLedger.Journal;

namespace FundLedger.Data.Journal;

/// <summary>
/// What follows from postings and is kept current inside the transaction: sums by fund, donor, year and rung, the open
/// claims and the unallocated receipts. They gather in memory: claims and receipts until something is read, sums until the
/// commit.
/// </summary>
sealed class Totals(Func<string, Statement> prepare)
{
    readonly Dictionary<SumKey, (long Usd, long Postings)> _pending = [];
    readonly Dictionary<(long Pledge, int Instalment, Account Account), Open> _claims = [];
    readonly Dictionary<long, Open> _receipts = [];

    readonly Sums _totals = new(prepare, "total", ["fund", "year", "donor", "account", "movement", "due_year"]);
    readonly Sums _ofDonors = new(prepare, "donor_total", ["fund", "donor", "account", "movement"]);
    readonly Sums _ofYears = new(prepare, "year_total", ["fund", "year", "account", "movement"]);

    const string IntoClaim = """
        INSERT INTO claim (pledge, instalment, account, fund, donor, due, currency, amount, usd)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """;

    const string IntoReceipt = "INSERT INTO receipt (payment, fund, donor, currency, amount, usd) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

    // What a pledge or a payment begins with is only inserted, which is faster. Adding and lowering are two statements, since the check
    // on the amount also looks at the row that an upsert proposes.
    readonly Statement _newClaim = prepare(IntoClaim);

    readonly Statement _claim = prepare($"""
        {IntoClaim}
        ON CONFLICT (pledge, instalment, account)
        DO UPDATE SET amount = claim.amount + excluded.amount, usd = claim.usd + excluded.usd
        """);

    readonly Statement _lowerClaim = prepare("""
        UPDATE claim SET amount = amount + ?4, usd = usd + ?5 WHERE pledge = ?1 AND instalment = ?2 AND account = ?3
        """);

    readonly Statement _newReceipt = prepare(IntoReceipt);

    readonly Statement _receipt = prepare($"""
        {IntoReceipt}
        ON CONFLICT (payment) DO UPDATE SET amount = receipt.amount + excluded.amount, usd = receipt.usd + excluded.usd
        """);

    readonly Statement _lowerReceipt = prepare("UPDATE receipt SET amount = amount + ?2, usd = usd + ?3 WHERE payment = ?1");

    internal void Add(long entry, DateOnly date, Posting posting)
    {
        var key = new SumKey(posting.Fund, posting.Donor, date.Year, posting.Account, posting.Movement, posting.Due?.Year ?? 0);
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_pending, key, out _);
        sum = (sum.Usd + posting.Usd.MinorUnits, sum.Postings + 1);
        if (posting.Account.IsClaim())
            Gather(_claims, (Number(posting.Pledge, entry), posting.Instalment, posting.Account), posting, posting.Pledge, 1);
        // Receipts stand on a liability account, so a credit adds to what is unallocated.
        else if (posting.Account == Account.Unallocated) Gather(_receipts, Number(posting.Payment, entry), posting, posting.Payment, -1);
    }

    /// <summary>Writes what is open of pledges and payments, so that it can be read.</summary>
    internal void WriteOpen()
    {
        foreach (var (key, open) in _claims) Write(key, open);
        foreach (var (payment, open) in _receipts) Write(payment, open);
        _claims.Clear();
        _receipts.Clear();
    }

    internal void Write()
    {
        _totals.Add(_pending);
        _ofDonors.Add(Coarser(key => key with { Year = 0, DueYear = 0 }));
        _ofYears.Add(Coarser(key => key with { Donor = "", DueYear = 0 }));
        _pending.Clear();
    }

    Dictionary<SumKey, (long Usd, long Postings)> Coarser(Func<SumKey, SumKey> without)
    {
        var sums = new Dictionary<SumKey, (long Usd, long Postings)>();
        foreach (var (key, added) in _pending)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, without(key), out _);
            sum = (sum.Usd + added.Usd, sum.Postings + added.Postings);
        }

        return sums;
    }

    static void Gather<TKey>(Dictionary<TKey, Open> open, TKey key, Posting posting, long about, int sign) where TKey : notnull
    {
        ref var moved = ref CollectionsMarshal.GetValueRefOrAddDefault(open, key, out var isKnown);
        moved = new Open(isKnown ? moved.First : posting, isKnown ? moved.IsNew : about == Posting.ThisEntry,
            moved.Amount + sign * posting.Amount.MinorUnits, moved.Usd + sign * posting.Usd.MinorUnits);
    }

    static long Number(long about, long entry) => about == Posting.ThisEntry ? entry : about;

    void Write((long Pledge, int Instalment, Account Account) key, Open open)
    {
        var statement = open.IsNew ? _newClaim : open.IsLower ? _lowerClaim : _claim;
        statement.Number(key.Pledge);
        statement.Number(key.Instalment);
        statement.Text(Word.Of(key.Account));
        if (!open.IsLower)
        {
            statement.Text(open.First.Fund);
            statement.Text(open.First.Donor);
            statement.Day(open.First.Due);
            statement.Text(open.First.Amount.Currency.Code);
        }

        statement.Number(open.Amount);
        statement.Number(open.Usd);
        statement.Execute();
    }

    void Write(long payment, Open open)
    {
        var statement = open.IsNew ? _newReceipt : open.IsLower ? _lowerReceipt : _receipt;
        statement.Number(payment);
        if (!open.IsLower)
        {
            statement.Text(open.First.Fund);
            statement.Text(open.First.Donor);
            statement.Text(open.First.Amount.Currency.Code);
        }

        statement.Number(open.Amount);
        statement.Number(open.Usd);
        statement.Execute();
    }

    /// <summary>
    /// What moved on a claim or a receipt since it was written last, the first posting that says what it is, and whether the pledge
    /// or the payment came with that posting.
    /// </summary>
    readonly record struct Open(Posting First, bool IsNew, long Amount, long Usd)
    {
        /// <summary>Whether a row that stands already becomes less, for which its amounts are enough.</summary>
        internal bool IsLower => !IsNew && Amount < 0;
    }
}
