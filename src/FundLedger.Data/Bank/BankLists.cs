using System.Collections.Immutable;
using FundLedger.Bank;
using FundLedger.Money;

namespace FundLedger.Data.Bank;

/// <summary>A statement that was taken over and stands, with how many of its lines nothing explains.</summary>
public sealed record HeldStatement(
    long Entry, string File, string Account, Currency Currency, DateOnly FirstDay, DateOnly LastDay, Amount? Opening, Amount? Closing,
    long Lines, long Unexplained);

/// <summary>A line of a statement with the entry that explains it, or 0.</summary>
public sealed record StatedLine(HeldLine Line, long Matched);

/// <summary>Reads statements and their lines as lists show them.</summary>
sealed class BankLists(Ledger ledger)
{
    const string Unexplained = """
        NOT EXISTS (SELECT 1 FROM standing_match m WHERE m.bank_entry = l.entry AND m.bank_line = l.line AND m.matched <> 0)
        """;

    /// <summary>
    /// The lines of a statement are those of its import and account between its days; a file may hold several statements.
    /// </summary>
    internal ImmutableArray<HeldStatement> Statements() => [.. ledger.Query<StatementRow>($"""
        SELECT s.entry, (SELECT a.name FROM attachment a WHERE a.entry = s.entry ORDER BY a.line LIMIT 1) AS file,
               s.account, s.currency, s.first_day, s.last_day, s.opening, s.closing,
               (SELECT COUNT(*) FROM bank_line l WHERE {Of}) AS lines,
               (SELECT COUNT(*) FROM bank_line l WHERE {Of} AND {Unexplained}) AS unexplained
        FROM standing_statement s ORDER BY s.last_day DESC, s.entry DESC, s.line
        """).Select(row => row.ToStatement())];

    internal ImmutableArray<StatedLine> LinesOf(long entry) => [.. ledger.Query<LineRow>($"""
        SELECT {BankLineRow.Columns}, {MatchQueries.LeftReason},
               COALESCE((SELECT MAX(m.matched) FROM standing_match m WHERE m.bank_entry = l.entry AND m.bank_line = l.line), 0) AS matched
        FROM standing_line l JOIN bank_text t ON t.entry = l.entry AND t.line = l.line
        WHERE l.entry = @entry ORDER BY l.line
        """, new { entry }).Select(row => new StatedLine(row.ToLine(), row.Matched))];

    const string Of =
        "l.entry = s.entry AND l.account = s.account AND l.currency = s.currency AND l.day >= s.first_day AND l.day <= s.last_day";

    sealed class LineRow : BankLineRow
    {
        public long Matched { get; init; }
    }

    sealed class StatementRow
    {
        public long Entry { get; init; }
        public string? File { get; init; }
        public string Account { get; init; } = "";
        public Currency Currency { get; init; } = Currency.Usd;
        public DateOnly FirstDay { get; init; }
        public DateOnly LastDay { get; init; }
        public long? Opening { get; init; }
        public long? Closing { get; init; }
        public long Lines { get; init; }
        public long Unexplained { get; init; }

        internal HeldStatement ToStatement() => new(Entry, File ?? "", Account, Currency, FirstDay, LastDay,
            Opening is { } opening ? new Amount(opening, Currency) : null,
            Closing is { } closing ? new Amount(closing, Currency) : null, Lines, Unexplained);
    }
}
