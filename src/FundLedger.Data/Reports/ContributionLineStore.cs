using FundLedger.Data.Journal;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Rates;
using FundLedger.Reports;

namespace FundLedger.Data.Reports;

/// <summary>What a list of contributions is limited to; nothing where a part is not given.</summary>
public sealed record ContributionFilter
{
    public string? Fund { get; init; }

    public string? Donor { get; init; }

    public DateOnly From { get; init; } = DateOnly.MinValue;

    public DateOnly To { get; init; } = DateOnly.MaxValue;
}

/// <summary>Every movement of money or goods from donors, one line each: payments, their reversals and refunds.</summary>
public sealed class ContributionLineStore(Ledger ledger)
{
    /// <summary>Beside payments themselves, the entries that move money from donors. An index holds them and no others.</summary>
    const string Corrections = "e.kind IN ('reversal', 'refund', 'allocation')";

    const string Moved = "s.account IN ('bank', 'in-kind') AND s.movement IN ('received', 'refunded', 'allocated')";

    const string MovesMoney = $"(e.kind = 'payment' OR {Corrections}) AND {Moved}";

    const string Asked = "(@Fund IS NULL OR s.fund = @Fund) AND (@Donor IS NULL OR s.donor = @Donor)";

    const string Details = """
        JOIN posting s ON s.entry = e.number
        LEFT JOIN entry o ON o.number = e.reverses
        LEFT JOIN payment p ON p.entry = CASE WHEN e.reverses <> 0 THEN e.reverses ELSE e.number END
        """;

    const string OfPeriod = "FROM entry e JOIN posting s ON s.entry = e.number WHERE e.date BETWEEN @From AND @To AND e.number <= @known";

    const string Payments = """
        FROM payment p WHERE p.date BETWEEN @From AND @To AND p.entry <= @known AND (@Donor IS NULL OR p.donor = @Donor)
        ORDER BY ABS(p.usd) DESC, p.entry
        """;

    /// <summary>How many payments are looked at for each line wanted: a payment may be another fund's.</summary>
    const int PaymentsALine = 5;

    /// <summary>The largest lines of the filter, at most so many, by fund, donor and day.</summary>
    public IEnumerable<ContributionLine> Largest(ContributionFilter filter, Knowledge known, int most) => LargestLines(filter, known, most)
        .Select(line => line.ToContribution())
        .OrderBy(line => line.Fund, StringComparer.Ordinal).ThenBy(line => line.Donor, StringComparer.Ordinal)
        .ThenBy(line => line.Date).ThenBy(line => line.Entry);

    /// <summary>How many lines the filter finds: from the sums of whole years where they tell, else one by one.</summary>
    public long Count(ContributionFilter filter, Knowledge known) => ledger.Single<long>(
        filter.Donor is null && ledger.Figures.AreWholeYears(filter.From, filter.To, known)
            ? $"""
                SELECT COALESCE(SUM(s.postings), 0) FROM year_total s
                WHERE s.year BETWEEN @firstYear AND @lastYear AND {Moved} AND (@Fund IS NULL OR s.fund = @Fund)
                """
            : $"SELECT COUNT(*) {OfPeriod} AND {MovesMoney} AND {Asked}",
        Values(filter, known, 0, 0));

    /// <summary>The lines of one entry, one a fund.</summary>
    public IEnumerable<ContributionLine> OfEntry(long entry, Knowledge known) => ledger.Query<Line>($"""
        {Columns()} FROM entry e {Details}
        WHERE e.number = @entry AND e.number <= @known AND {MovesMoney} ORDER BY s.line
        """, new { entry, known = known.Entry }).Select(line => line.ToContribution());

    /// <summary>
    /// Payments are taken from the largest downwards, more of them until no other can have a line among the largest.
    /// </summary>
    Line[] LargestLines(ContributionFilter filter, Knowledge known, int most)
    {
        for (var payments = (long)most * PaymentsALine; ; payments *= PaymentsALine)
        {
            var values = Values(filter, known, most, payments);
            Line[] lines = [.. ledger.Query<Line>($"""
                {Columns()}
                FROM (SELECT m.entry, m.line
                      FROM (SELECT s.entry, s.line, s.usd FROM (SELECT p.entry {Payments} LIMIT @payments) c
                            JOIN posting s ON s.entry = c.entry WHERE {Moved} AND {Asked}
                            UNION ALL
                            SELECT s.entry, s.line, s.usd {OfPeriod} AND {Corrections} AND {Moved} AND {Asked}) m
                      ORDER BY ABS(m.usd) DESC, m.entry, m.line LIMIT @most) k
                JOIN entry e ON e.number = k.entry {Details} WHERE s.line = k.line ORDER BY e.number, s.line
                """, values)];
            var next = ledger.Single<long?>($"SELECT ABS(p.usd) {Payments} LIMIT 1 OFFSET @payments", values);
            if (next is null || (lines.Length == most && lines.All(line => Math.Abs(line.Usd) > next))) return lines;
        }
    }

    static object Values(ContributionFilter filter, Knowledge known, int most, long payments) => new
    {
        filter.From,
        filter.To,
        filter.Fund,
        filter.Donor,
        firstYear = filter.From.Year,
        lastYear = filter.To.Year,
        known = known.Entry,
        most,
        payments,
    };

    string Columns() => $"""
        SELECT e.number AS entry, e.kind, COALESCE(p.reference, e.text) AS reference, s.fund, s.donor, e.date, s.account,
               s.currency, s.amount, s.usd, COALESCE(o.rate, e.rate) AS rate, COALESCE(o.rate_date, e.rate_date) AS rate_date,
               p.earmarking,
               (SELECT {ledger.Dialect.JoinedText("q.reference")} FROM
                   (SELECT DISTINCT g.reference FROM allocation a JOIN pledge g ON g.entry = a.pledge
                    WHERE a.entry = e.number ORDER BY g.reference) q) AS pledge
        """;

    sealed class Line
    {
        public long Entry { get; init; }
        public string Kind { get; init; } = "";
        public string Reference { get; init; } = "";
        public string Fund { get; init; } = "";
        public string Donor { get; init; } = "";
        public DateOnly Date { get; init; }
        public string Account { get; init; } = "";
        public Currency Currency { get; init; } = Currency.Usd;
        public long Amount { get; init; }
        public long Usd { get; init; }
        public long? Rate { get; init; }
        public DateOnly? RateDate { get; init; }
        public string? Earmarking { get; init; }
        public string? Pledge { get; init; }

        internal ContributionLine ToContribution()
        {
            var amount = new Amount(Amount, Currency);
            var usd = FundLedger.Money.Amount.Usd(Usd);
            var rate = Rate is { } units && RateDate is { } day ? new Rate(Currency, day, units, "") : null;
            // A part of a payment is a share of its US$; only a whole one can be rounded anew from the exact quotient.
            var whole = rate is not null && rate.ToUsd(amount) == usd
                ? rate.ToWholeDollars(amount)
                : Rounding.HalfAwayFromZero(Usd, Currency.Usd.UnitsPerWhole);
            return new ContributionLine(Entry, KindOf(), Reference, Fund, Donor, Date, amount, usd, whole,
                rate?.UnitsPerDollar ?? 1, rate?.Effective ?? Date, Pledge, Earmarking);
        }

        ContributionLineKind KindOf() => Word.Parse<EntryKind>(Kind) switch
        {
            EntryKind.Reversal => ContributionLineKind.Reversal,
            EntryKind.Refund => ContributionLineKind.Refund,
            _ => Word.Parse<Account>(Account) == FundLedger.Journal.Account.InKind
                ? ContributionLineKind.InKind : ContributionLineKind.Payment,
        };
    }
}
