using FundLedger.Data.Engines;
using FundLedger.Journal;

namespace FundLedger.Data.Journal;

/// <summary>
/// What follows from postings and is kept current inside the transaction: totals by fund, donor, year and rung, the open
/// claims and the unallocated receipts. Totals gather in memory and are written once, before the commit.
/// </summary>
sealed class Totals(Func<string, Statement> prepare) : IDisposable
{
    readonly Dictionary<Key, (long Usd, long Postings)> _pending = [];

    readonly Statement _total = prepare("""
        INSERT INTO total (fund, donor, year, account, movement, due_year, usd, postings)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (fund, year, donor, account, movement, due_year)
        DO UPDATE SET usd = total.usd + excluded.usd, postings = total.postings + excluded.postings
        """);

    // Adding and lowering are two statements, since the check on the amount also looks at the row that an upsert proposes.
    readonly Statement _claim = prepare("""
        INSERT INTO claim (pledge, instalment, account, fund, donor, due, currency, amount, usd)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        ON CONFLICT (pledge, instalment, account)
        DO UPDATE SET amount = claim.amount + excluded.amount, usd = claim.usd + excluded.usd
        """);

    readonly Statement _lowerClaim = prepare("""
        UPDATE claim SET amount = amount + ?4, usd = usd + ?5 WHERE pledge = ?1 AND instalment = ?2 AND account = ?3
        """);

    readonly Statement _receipt = prepare("""
        INSERT INTO receipt (payment, fund, donor, currency, amount, usd) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (payment) DO UPDATE SET amount = receipt.amount + excluded.amount, usd = receipt.usd + excluded.usd
        """);

    readonly Statement _lowerReceipt = prepare("UPDATE receipt SET amount = amount + ?2, usd = usd + ?3 WHERE payment = ?1");

    internal void Add(long entry, DateOnly date, Posting posting)
    {
        var key = new Key(posting.Fund, posting.Donor, date.Year, posting.Account, posting.Movement, posting.Due?.Year ?? 0);
        _pending.TryGetValue(key, out var sum);
        _pending[key] = (sum.Usd + posting.Usd.MinorUnits, sum.Postings + 1);
        if (posting.Account.IsClaim()) AddToClaim(entry, posting);
        else if (posting.Account == Account.Unallocated) AddToReceipt(entry, posting);
    }

    internal void Write()
    {
        foreach (var (key, sum) in _pending)
        {
            _total.Text(key.Fund);
            _total.Text(key.Donor);
            _total.Number(key.Year);
            _total.Text(Word.Of(key.Account));
            _total.Text(Word.Of(key.Movement));
            _total.Number(key.DueYear);
            _total.Number(sum.Usd);
            _total.Number(sum.Postings);
            _total.Execute();
        }

        _pending.Clear();
    }

    public void Dispose()
    {
        foreach (var statement in new[] { _total, _claim, _lowerClaim, _receipt, _lowerReceipt }) statement.Dispose();
    }

    void AddToClaim(long entry, Posting posting)
    {
        var lower = posting.Amount.IsNegative;
        var statement = lower ? _lowerClaim : _claim;
        statement.Entry = entry;
        statement.EntryNumber(posting.Pledge);
        statement.Number(posting.Instalment);
        statement.Text(Word.Of(posting.Account));
        if (!lower)
        {
            statement.Text(posting.Fund);
            statement.Text(posting.Donor);
            statement.Day(posting.Due);
            statement.Text(posting.Amount.Currency.Code);
        }

        statement.Number(posting.Amount.MinorUnits);
        statement.Number(posting.Usd.MinorUnits);
        statement.Execute();
    }

    /// <summary>Receipts stand on a liability account, so a credit adds to what is unallocated.</summary>
    void AddToReceipt(long entry, Posting posting)
    {
        var lower = posting.Amount.IsPositive;
        var statement = lower ? _lowerReceipt : _receipt;
        statement.Entry = entry;
        statement.EntryNumber(posting.Payment);
        if (!lower)
        {
            statement.Text(posting.Fund);
            statement.Text(posting.Donor);
            statement.Text(posting.Amount.Currency.Code);
        }

        statement.Number(-posting.Amount.MinorUnits);
        statement.Number(-posting.Usd.MinorUnits);
        statement.Execute();
    }

    readonly record struct Key(string Fund, string Donor, int Year, Account Account, Movement Movement, int DueYear);
}
