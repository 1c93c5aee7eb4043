using FundLedger.Data.Journal;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Pledges;
using FundLedger.Rates;
using FundLedger.Reports;

namespace FundLedger.Data.Reports;

/// <summary>Which pledges are asked for; nothing where a part is not given.</summary>
public sealed record PledgeFilter
{
    public string? Reference { get; init; }

    public string? Fund { get; init; }

    public string? Donor { get; init; }

    public DateOnly From { get; init; } = DateOnly.MinValue;

    public DateOnly To { get; init; } = DateOnly.MaxValue;

    /// <summary>Only pledges of which something is open now.</summary>
    public bool OpenOnly { get; init; }

    public int Skip { get; init; }

    public int Take { get; init; } = 50;
}

/// <summary>Pledges with what became of them, from the postings up to a day and as known at an entry.</summary>
public sealed class PledgeLineStore(Ledger ledger)
{
    string Condition => $"""
        FROM pledge p
        WHERE p.date BETWEEN @From AND @To AND p.entry <= @known
          AND (@Reference IS NULL OR p.entry = (SELECT MAX(n.entry) FROM pledge n WHERE n.reference = @Reference))
          AND (@Fund IS NULL OR p.fund = @Fund) AND (@Donor IS NULL OR p.donor = @Donor)
          AND (@open = 0 OR EXISTS (SELECT 1 FROM claim c WHERE c.pledge = p.entry AND c.amount <> 0)) AND {ledger.InScope("p.fund")}
        """;

    /// <summary>
    /// Pledges of which something was open at the day, as then known. What is open now, and what was touched since, is
    /// looked at; everything else was settled before.
    /// </summary>
    string OpenThen => $"""
        FROM pledge p
        JOIN posting o ON o.pledge = p.entry AND o.pledge <> 0 AND o.account IN ('announced', 'pledged', 'receivable')
        JOIN entry d ON d.number = o.entry AND d.date <= @asAt AND d.number <= @known
        WHERE p.date <= @asAt AND p.entry <= @known AND (@Fund IS NULL OR p.fund = @Fund) AND {ledger.InScope("p.fund")}
          AND (p.entry IN (SELECT pledge FROM claim WHERE amount <> 0)
               OR p.entry IN (SELECT s.pledge FROM entry e JOIN posting s ON s.entry = e.number AND s.pledge <> 0
                              WHERE e.date > @asAt OR e.number > @known))
        GROUP BY p.entry, p.line
        HAVING SUM(o.amount) <> 0 OR SUM(o.usd) <> 0
        """;

    /// <summary>A page of pledges, the newest first.</summary>
    public IEnumerable<PledgeLine> Page(PledgeFilter filter, DateOnly asAt, Knowledge known) =>
        Read(Condition, filter, asAt, known, "p.date DESC, p.entry DESC");

    /// <summary>The largest pledges, by their original value in US$.</summary>
    public IEnumerable<PledgeLine> Largest(PledgeFilter filter, DateOnly asAt, Knowledge known) =>
        Read(Condition, filter, asAt, known, "p.usd DESC, p.entry");

    /// <summary>The largest pledges of a fund, or of all, of which something was open at the day.</summary>
    public IEnumerable<PledgeLine> LargestOpen(string? fund, DateOnly asAt, Knowledge known, int most) =>
        Read(OpenThen, new PledgeFilter { Fund = fund, Take = most }, asAt, known, "p.usd DESC, p.entry");

    IEnumerable<PledgeLine> Read(string selection, PledgeFilter filter, DateOnly asAt, Knowledge known, string order) =>
        ledger.Query<Line>($"""
            SELECT p.entry, p.reference, p.fund, p.donor, p.date, p.form, p.currency, p.amount, p.usd, p.earmarking, p.note,
                   h.rate, h.rate_date, s.account, s.movement, s.due, SUM(s.amount) AS moved, SUM(s.usd) AS moved_usd
            FROM (SELECT p.* {selection} ORDER BY {order} LIMIT @Take OFFSET @Skip) p
            JOIN entry h ON h.number = p.entry
            JOIN posting s ON s.pledge = p.entry AND s.pledge <> 0 AND s.account IN ('announced', 'pledged', 'receivable')
            JOIN entry e ON e.number = s.entry AND e.date <= @asAt AND e.number <= @known
            GROUP BY p.entry, p.reference, p.fund, p.donor, p.date, p.form, p.currency, p.amount, p.usd, p.earmarking, p.note,
                     h.rate, h.rate_date, s.account, s.movement, s.due
            ORDER BY {order}
            """, Values(filter, asAt, known))
        .GroupBy(line => line.Entry).Select(Combine);

    object Values(PledgeFilter filter, DateOnly asAt, Knowledge known) => new
    {
        filter.Reference,
        filter.Fund,
        filter.Donor,
        filter.From,
        filter.To,
        filter.Skip,
        filter.Take,
        open = filter.OpenOnly ? 1 : 0,
        asAt,
        known = known.Entry,
        scope = ledger.ScopeCodes,
    };

    static PledgeLine Combine(IGrouping<long, Line> lines)
    {
        var head = lines.First();
        Amount Sum(Func<Line, bool> which) => new(lines.Where(which).Sum(line => line.Moved), head.Currency);
        var paid = Word.Of(Movement.Paid);
        var writtenOff = Word.Of(Movement.WrittenOff);
        var rate = new Rate(head.Currency, head.RateDate ?? head.Date, head.Rate ?? Rate.Dollar(head.Date).HundredMillionths, "");
        return new PledgeLine(
            head.Entry, head.Reference, head.Fund, head.Donor, head.Date, RungOf(lines), Word.Parse<ContributionForm>(head.Form),
            new Amount(head.Amount, head.Currency), Amount.Usd(head.Usd),
            Sum(line => line.Movement != paid && line.Movement != writtenOff),
            -Sum(line => line.Movement == paid), -Sum(line => line.Movement == writtenOff), Sum(_ => true),
            Amount.Usd(lines.Sum(line => line.MovedUsd)), rate.UnitsPerDollar, rate.Effective, head.Earmarking, head.Note)
        {
            NextDue = lines.GroupBy(line => line.Due).Where(due => due.Sum(line => line.Moved) != 0).Min(due => due.Key),
        };
    }

    /// <summary>The highest rung the pledge has reached.</summary>
    static Rung RungOf(IEnumerable<Line> lines)
    {
        var accounts = lines.Select(line => Word.Parse<Account>(line.Account)).ToHashSet();
        return accounts.Contains(Account.Receivable) ? Rung.Signed
            : accounts.Contains(Account.Pledged) ? Rung.Pledged : Rung.Announced;
    }

    sealed class Line
    {
        public long Entry { get; init; }
        public string Reference { get; init; } = "";
        public string Fund { get; init; } = "";
        public string Donor { get; init; } = "";
        public DateOnly Date { get; init; }
        public string Form { get; init; } = "";
        public Currency Currency { get; init; } = Currency.Usd;
        public long Amount { get; init; }
        public long Usd { get; init; }
        public string? Earmarking { get; init; }
        public string? Note { get; init; }
        public long? Rate { get; init; }
        public DateOnly? RateDate { get; init; }
        public string Account { get; init; } = "";
        public string Movement { get; init; } = "";
        public DateOnly? Due { get; init; }
        public long Moved { get; init; }
        public long MovedUsd { get; init; }
    }
}
