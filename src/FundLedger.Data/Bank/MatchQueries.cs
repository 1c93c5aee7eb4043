using System.Collections.Immutable;
using FundLedger.Bank;
using FundLedger.Bank.Matching;
using FundLedger.Checks;
using FundLedger.Money;

namespace FundLedger.Data.Bank;

/// <summary>Reads what matching needs, and no more: unexplained lines, open instalments, and how donors paid before.</summary>
sealed class MatchQueries(Ledger ledger)
{
    internal const string LeftReason = """
        (SELECT e.reason FROM standing_match m JOIN entry e ON e.number = m.entry
         WHERE m.bank_entry = l.entry AND m.bank_line = l.line AND m.matched = 0 ORDER BY m.entry DESC LIMIT 1) AS left_reason
        """;

    const string Unexplained = """
        NOT EXISTS (SELECT 1 FROM standing_match m WHERE m.bank_entry = l.entry AND m.bank_line = l.line AND m.matched <> 0)
        """;

    /// <summary>The lines that nothing explains, the oldest first; those left for a reason are among them.</summary>
    internal ImmutableArray<HeldLine> UnexplainedLines(string? account) => [.. ledger.Query<BankLineRow>($"""
        SELECT {BankLineRow.Columns}, {LeftReason}
        FROM standing_line l JOIN bank_text t ON t.entry = l.entry AND t.line = l.line
        WHERE {Unexplained} AND (@account IS NULL OR l.account = @account)
        ORDER BY l.day, l.entry, l.line
        """, new { account }).Select(row => row.ToLine())];

    /// <summary>One line that nothing explains yet.</summary>
    internal Outcome<HeldLine> Find(BankLineId id)
    {
        Problem About(string message, string remedy) => new(message, remedy) { Column = "line", Value = id.ToString() };
        var row = ledger.Single<BankLineRow>($"""
            SELECT {BankLineRow.Columns}, {LeftReason}
            FROM standing_line l JOIN bank_text t ON t.entry = l.entry AND t.line = l.line
            WHERE l.entry = @Entry AND l.line = @Line
            """, new { id.Entry, id.Line });
        if (row is null) return About($"there is no bank line {id}", "see «bank match» for the lines");
        var by = MatchOf(id);
        return by is { Matched: not 0 }
            ? About($"line {id} is explained already, by entry {by.Matched}", "undo that with «bank undo» first")
            : row.ToLine();
    }

    /// <summary>The newest standing match of a line, or where it was left.</summary>
    internal MatchRow? MatchOf(BankLineId id) => ledger.Query<MatchRow>("""
        SELECT m.entry, m.matched, p.reference FROM standing_match m LEFT JOIN payment p ON p.entry = m.matched
        WHERE m.bank_entry = @Entry AND m.bank_line = @Line
        ORDER BY CASE WHEN m.matched <> 0 THEN 0 ELSE 1 END, m.entry DESC LIMIT 1
        """, new { id.Entry, id.Line }).FirstOrDefault();

    internal IEnumerable<OpenInstalment> OpenInstalments() => ledger.Query<OpenRow>("""
        SELECT c.pledge, p.reference, c.instalment, c.donor, c.fund, MIN(c.due) AS due, c.currency, SUM(c.amount) AS amount
        FROM claim c JOIN pledge p ON p.entry = c.pledge
        WHERE c.amount <> 0 AND p.form = 'monetary'
        GROUP BY c.pledge, p.reference, c.instalment, c.donor, c.fund, c.currency
        """).Select(row => new OpenInstalment(row.Pledge, row.Reference, (int)row.Instalment, row.Donor, row.Fund, row.Due,
            new Amount(row.Amount, row.Currency)));

    /// <summary>
    /// How donors were seen to pay, from the confirmations that stand; what is undone is forgotten by itself.
    /// </summary>
    internal ImmutableArray<KnownPayer> KnownPayers() => [.. ledger.Query<(string Donor, string Name, string Account)>("""
        SELECT DISTINCT p.donor, t.payer_name, t.payer_account
        FROM standing_match m
        JOIN payment p ON p.entry = m.matched
        JOIN bank_text t ON t.entry = m.bank_entry AND t.line = m.bank_line
        WHERE p.amount > 0 AND (t.payer_name <> '' OR t.payer_account <> '')
        ORDER BY 1, 2, 3
        """).Select(row => new KnownPayer(row.Donor, row.Name, row.Account))];

    /// <summary>Payments, refunds and fees of a period that no line explains.</summary>
    internal IEnumerable<RecordedEntry> Unmatched(DateOnly from, DateOnly to) => ledger.Query<RecordedRow>(RecordedRow.Sql("""
        e.date BETWEEN @from AND @to
          AND NOT EXISTS (SELECT 1 FROM standing_match m WHERE m.matched = e.number)
          AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = e.number AND r.reverses <> 0)
        """), new { from, to }).Select(row => row.ToEntry());

    /// <summary>What one entry moved at the bank; none where it moved nothing or was undone.</summary>
    internal RecordedEntry? Recorded(long entry) => ledger.Query<RecordedRow>(RecordedRow.Sql("""
        e.number = @entry AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = e.number AND r.reverses <> 0)
        """), new { entry }).FirstOrDefault()?.ToEntry();

    internal sealed class MatchRow
    {
        public long Entry { get; init; }
        public long Matched { get; init; }
        public string? Reference { get; init; }
    }

    sealed class OpenRow
    {
        public long Pledge { get; init; }
        public string Reference { get; init; } = "";
        public long Instalment { get; init; }
        public string Donor { get; init; } = "";
        public string Fund { get; init; } = "";
        public DateOnly Due { get; init; }
        public Currency Currency { get; init; } = Currency.Usd;
        public long Amount { get; init; }
    }
}

/// <summary>An entry with what it moved at the bank in one currency, net of charges.</summary>
sealed class RecordedRow
{
    internal static string Sql(string condition) => $"""
        SELECT e.number AS entry, COALESCE(p.reference, 'entry ' || e.number) AS reference, MAX(s.donor) AS donor, e.date,
               s.currency, SUM(s.amount) AS amount
        FROM entry e
        JOIN posting s ON s.entry = e.number AND s.account = 'bank'
        LEFT JOIN payment p ON p.entry = e.number
        WHERE e.kind IN ('payment', 'refund', 'bank-match') AND {condition}
        GROUP BY e.number, p.reference, e.date, s.currency
        HAVING SUM(s.amount) <> 0
        ORDER BY e.number
        """;

    public long Entry { get; init; }
    public string Reference { get; init; } = "";
    public string Donor { get; init; } = "";
    public DateOnly Date { get; init; }
    public Currency Currency { get; init; } = Currency.Usd;
    public long Amount { get; init; }

    internal RecordedEntry ToEntry() => new(Entry, Reference, Donor, Date, new Amount(Amount, Currency));
}
