using System.Collections.Immutable;
using FundLedger.Bank;
using FundLedger.Bank.Matching;
using FundLedger.Bank.Reconciling;
using FundLedger.Checks;
using FundLedger.Data.Journal;
using FundLedger.Money;

namespace FundLedger.Data.Bank;

/// <summary>Reads what a reconciliation is made from, up to a day and as known at an entry.</summary>
sealed class ReconciliationQueries(Ledger ledger)
{
    /// <summary>The setting that names the account on which unexplained entries in a currency are shown, before the currency.</summary>
    const string MainAccount = "bank.main.";

    const int MostListed = 500;

    /// <summary>An entry that was not undone, by what was then known and had then happened.</summary>
    const string Undone = """
        EXISTS (SELECT 1 FROM entry r WHERE r.reverses = {0} AND r.reverses <> 0 AND r.number <= @known AND r.date <= @asAt)
        """;

    const string Lines = """
        FROM bank_line l JOIN bank_text t ON t.entry = l.entry AND t.line = l.line
        WHERE l.account = @account AND l.currency = @currency AND l.day <= @asAt AND l.entry <= @known
          AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = l.entry AND r.reverses <> 0 AND r.number <= @known)
        """;

    /// <summary>Matches that stand, and all of whose lines and entries are of the day or earlier.</summary>
    static readonly string Matches = $"""
        SELECT m.* FROM bank_match m JOIN entry x ON x.number = m.matched
        WHERE m.matched <> 0 AND m.entry <= @known AND x.date <= @asAt
          AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = m.entry AND r.reverses <> 0 AND r.number <= @known)
          AND NOT {Undone.Replace("{0}", "m.matched", StringComparison.Ordinal)}
          AND NOT EXISTS (
              SELECT 1 FROM bank_match o
              JOIN bank_line ol ON ol.entry = o.bank_entry AND ol.line = o.bank_line
              JOIN entry oe ON oe.number = o.matched
              WHERE o.entry = m.entry AND (ol.day > @asAt OR oe.date > @asAt))
        """;

    /// <summary>What entries moved at the bank in the currency; those that were undone and their reversals cancel out.</summary>
    static readonly string Moved = $"""
        SELECT e.number AS entry, COALESCE(p.reference, 'entry ' || e.number) AS reference, MAX(s.donor) AS donor, e.date,
               s.currency, SUM(s.amount) AS amount
        FROM entry e
        JOIN posting s ON s.entry = e.number AND s.account = 'bank' AND s.currency = @currency
        LEFT JOIN payment p ON p.entry = e.number
        WHERE e.date <= @asAt AND e.number <= @known AND e.reverses = 0
          AND NOT {Undone.Replace("{0}", "e.number", StringComparison.Ordinal)}
        GROUP BY e.number, p.reference, e.date, s.currency HAVING SUM(s.amount) <> 0
        """;

    internal Outcome<ReconciliationMaterial> Read(string asked, DateOnly asAt, Knowledge known)
    {
        var account = AccountNumber.Normal(asked);
        var statements = Statements(account, asAt, known);
        if (statements.Length == 0)
            return new Problem($"no statement of account '{Quoted.Short(asked)}' begins on or before {DayText.Iso(asAt)}",
                "see «bank accounts» for the accounts")
            { Column = "account", Value = asked };
        var currency = statements[0].Currency;
        if (statements.Any(statement => statement.Currency != currency))
            return new Problem($"account {account} is kept in several currencies", "ask the bank for one account number a currency")
            { Column = "account", Value = asked };
        var values = new { account, currency = currency.Code, asAt, known = known.Entry };
        var main = IsMain(account, currency, known);
        var first = statements.Min(statement => statement.FirstDay);
        var entries = main ? Unmatched(values) : [];
        return new ReconciliationMaterial(ledger.Basis(asAt, known), account, currency)
        {
            Statements = statements,
            Days = Days(values, currency),
            Lines = List(UnexplainedLines(values), currency, line => line.Line.Amount),
            Entries = List(entries.Where(entry => entry.Date >= first), currency, entry => entry.Amount),
            EarlierEntries = List(entries.Where(entry => entry.Date < first), currency, entry => entry.Amount, most: 0),
            LedgerBalance = new Amount(ledger.Single<long>(main ? BalanceOfMain : BalanceOfOther, values), currency),
            IsMain = main,
        };
    }

    /// <summary>All that moved at the bank in the currency, less what other accounts' lines explain.</summary>
    static readonly string BalanceOfMain = $"""
        SELECT COALESCE((SELECT SUM(s.amount) FROM posting s JOIN entry e ON e.number = s.entry
                         WHERE s.account = 'bank' AND s.currency = @currency AND e.date <= @asAt AND e.number <= @known), 0)
             - COALESCE((SELECT SUM(amount) FROM ({Moved}) v WHERE v.entry IN (
                         SELECT m.matched FROM ({Matches}) m JOIN bank_line l ON l.entry = m.bank_entry AND l.line = m.bank_line
                         WHERE l.account <> @account)), 0)
        """;

    static readonly string BalanceOfOther = $"""
        SELECT COALESCE(SUM(amount), 0) FROM ({Moved}) v WHERE v.entry IN (
            SELECT m.matched FROM ({Matches}) m JOIN bank_line l ON l.entry = m.bank_entry AND l.line = m.bank_line
            WHERE l.account = @account)
        """;

    ImmutableArray<StatementRecord> Statements(string account, DateOnly asAt, Knowledge known) => [.. ledger.Query<StatementRow>("""
        SELECT account, currency, number, sequence, first_day, last_day, opening, closing FROM bank_statement s
        WHERE s.account = @account AND s.first_day <= @asAt AND s.entry <= @known
          AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = s.entry AND r.reverses <> 0 AND r.number <= @known)
        ORDER BY s.last_day, s.entry, s.line
        """, new { account, asAt, known = known.Entry }).Select(row => row.ToStatement())];

    ImmutableArray<DaySum> Days(object values, Currency currency) =>
        [.. ledger.Query<(DateOnly Day, long Amount)>($"SELECT l.day, SUM(l.amount) {Lines} GROUP BY l.day ORDER BY l.day", values)
            .Select(row => new DaySum(row.Day, new Amount(row.Amount, currency)))];

    IEnumerable<HeldLine> UnexplainedLines(object values) => ledger.Query<BankLineRow>($"""
        SELECT {BankLineRow.Columns},
               (SELECT e.reason FROM bank_match m JOIN entry e ON e.number = m.entry
                WHERE m.bank_entry = l.entry AND m.bank_line = l.line AND m.matched = 0 AND m.entry <= @known
                  AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = m.entry AND r.reverses <> 0 AND r.number <= @known)
                ORDER BY m.entry DESC LIMIT 1) AS left_reason
        {Lines}
          AND NOT EXISTS (SELECT 1 FROM ({Matches}) m WHERE m.bank_entry = l.entry AND m.bank_line = l.line)
        ORDER BY l.day, l.entry, l.line
        """, values).Select(row => row.ToLine());

    List<RecordedEntry> Unmatched(object values) => [.. ledger.Query<RecordedRow>($"""
        SELECT * FROM ({Moved}) v WHERE v.entry NOT IN (SELECT m.matched FROM ({Matches}) m) ORDER BY v.date, v.entry
        """, values).Select(row => row.ToEntry())];

    bool IsMain(string account, Currency currency, Knowledge known)
    {
        if (ledger.StandingAt(known).Setting(MainAccount + currency.Code) is { } set) return AccountNumber.Normal(set) == account;
        return ledger.Single<string>("""
            SELECT account FROM bank_statement WHERE currency = @currency AND entry <= @known ORDER BY entry, line LIMIT 1
            """, new { currency = currency.Code, known = known.Entry }) == account;
    }

    static Listed<T> List<T>(IEnumerable<T> items, Currency currency, Func<T, Amount> amountOf, int most = MostListed)
    {
        var all = items.ToList();
        return new Listed<T>([.. all.Take(most)], all.Count,
            all.Aggregate(Amount.Zero(currency), (sum, item) => sum + amountOf(item)));
    }

    sealed class StatementRow
    {
        public string Account { get; init; } = "";
        public Currency Currency { get; init; } = Currency.Usd;
        public string Number { get; init; } = "";
        public string Sequence { get; init; } = "";
        public DateOnly FirstDay { get; init; }
        public DateOnly LastDay { get; init; }
        public long? Opening { get; init; }
        public long? Closing { get; init; }

        internal StatementRecord ToStatement() => new(Account, Currency, Number, Sequence, FirstDay, LastDay,
            Opening is { } opening ? new Amount(opening, Currency) : null,
            Closing is { } closing ? new Amount(closing, Currency) : null);
    }
}
