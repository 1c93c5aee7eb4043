using FundLedger.Data.Checks;
using FundLedger.Data.Journal;
using FundLedger.Journal;
using FundLedger.Reports;

namespace FundLedger.Data.Reports;

/// <summary>
/// The one query behind every figure. Where the totals tell all that is asked they are read; for a day within a year, or
/// for what was known earlier, the same sums are made from the postings.
/// </summary>
public sealed class FigureStore(Ledger ledger)
{
    const string FromTotals = """
        SELECT fund, donor, year, account, movement, due_year, usd FROM total WHERE year <= @upTo
        """;

    /// <summary>Figures up to and including a day, as known at an entry; all funds and donors where none are named.</summary>
    public Figures Read(DateOnly asAt, Knowledge known, string? fund = null, string? donor = null)
    {
        var (sql, upTo) = Source(asAt, known);
        var figures = new Figures([.. ledger.Stream<FigureRow>($"""
            SELECT fund, donor, year, account, movement, due_year, SUM(usd) AS usd FROM ({sql}) AS source
            WHERE (@fund IS NULL OR fund = @fund) AND (@donor IS NULL OR donor = @donor) AND {ledger.InScope("fund")}
            GROUP BY fund, donor, year, account, movement, due_year
            HAVING SUM(usd) <> 0
            ORDER BY fund, donor, year, account, movement, due_year
            """, new { asAt, from = new DateOnly(asAt.Year, 1, 1), upTo, known = known.Entry, fund, donor, scope = ledger.ScopeCodes })
            .Select(row => row.ToFigure())]);
        return figures.Imbalance() is { } damage ? throw new DamagedLedgerException(damage) : figures;
    }

    (string Sql, int UpTo) Source(DateOnly asAt, Knowledge known)
    {
        if (!IsAllKnown(known)) return (FromPostings("e.number <= @known"), 0);
        var newest = ledger.Single<DateOnly?>("SELECT MAX(date) FROM entry");
        if (asAt >= newest || asAt is { Month: 12, Day: 31 }) return (FromTotals, asAt.Year);
        return ($"{FromTotals} UNION ALL {FromPostings("e.date >= @from")}", asAt.Year - 1);
    }

    /// <summary>Whether the totals hold nothing that was recorded later.</summary>
    bool IsAllKnown(Knowledge known) => ledger.Single<long>("SELECT COALESCE(MAX(entry), 0) FROM posting") <= known.Entry;

    string FromPostings(string condition) => $"""
        SELECT p.fund, p.donor, {ledger.Dialect.Year("e.date")} AS year, p.account, p.movement,
               COALESCE({ledger.Dialect.Year("p.due")}, 0) AS due_year, p.usd
        FROM entry e JOIN posting p ON p.entry = e.number
        WHERE e.date <= @asAt AND {condition}
        """;

    sealed class FigureRow
    {
        public string Fund { get; init; } = "";
        public string Donor { get; init; } = "";
        public long Year { get; init; }
        public string Account { get; init; } = "";
        public string Movement { get; init; } = "";
        public long DueYear { get; init; }
        public long Usd { get; init; }

        internal Figure ToFigure() => new(Fund, Donor, (int)Year, Word.Parse<Account>(Account),
            Word.Parse<Movement>(Movement), (int)DueYear, Usd);
    }
}
