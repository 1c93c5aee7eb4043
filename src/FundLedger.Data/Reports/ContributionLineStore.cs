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
    const string Source = """
        FROM entry e
        JOIN posting s ON s.entry = e.number AND s.account IN ('bank', 'in-kind')
                      AND s.movement IN ('received', 'refunded', 'allocated')
        LEFT JOIN entry o ON o.number = e.reverses
        LEFT JOIN payment p ON p.entry = CASE WHEN e.reverses <> 0 THEN e.reverses ELSE e.number END
        WHERE e.kind IN ('payment', 'reversal', 'refund', 'allocation')
          AND e.date BETWEEN @From AND @To AND e.number <= @known
          AND (@Fund IS NULL OR s.fund = @Fund) AND (@Donor IS NULL OR s.donor = @Donor)
        """;

    /// <summary>The largest lines of the filter, at most so many, by fund, donor and day.</summary>
    public IEnumerable<ContributionLine> Largest(ContributionFilter filter, Knowledge known, int most) =>
        Read($"{Columns()} {Source} ORDER BY ABS(s.usd) DESC, e.number, s.line LIMIT @most", filter, known, most)
            .OrderBy(line => line.Fund, StringComparer.Ordinal).ThenBy(line => line.Donor, StringComparer.Ordinal)
            .ThenBy(line => line.Date).ThenBy(line => line.Entry);

    public long Count(ContributionFilter filter, Knowledge known) =>
        ledger.Single<long>($"SELECT COUNT(*) {Source}", Values(filter, known, 0));

    /// <summary>The lines of one entry, one a fund.</summary>
    public IEnumerable<ContributionLine> OfEntry(long entry, Knowledge known) =>
        Read($"{Columns()} {Source} AND e.number = @most ORDER BY s.line", new ContributionFilter(), known, entry);

    IEnumerable<ContributionLine> Read(string sql, ContributionFilter filter, Knowledge known, long most) =>
        ledger.Query<Line>(sql, Values(filter, known, most)).Select(line => line.ToContribution());

    static object Values(ContributionFilter filter, Knowledge known, long most) =>
        new { filter.From, filter.To, filter.Fund, filter.Donor, known = known.Entry, most };

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
