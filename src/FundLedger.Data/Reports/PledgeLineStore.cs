using System.Collections.Immutable;
using Dapper;
using FundLedger.Data.Journal;
using FundLedger.Data.Lists;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Pledges;
using FundLedger.Rates;
using FundLedger.Reports;

namespace FundLedger.Data.Reports;

/// <summary>Which pledges are asked for.</summary>
public sealed record PledgeFilter : LineFilter
{
    /// <summary>The highest rung that it has reached.</summary>
    public Rung? Rung { get; init; }

    /// <summary>Only pledges of which something is open now.</summary>
    public bool OpenOnly { get; init; }

    /// <summary>Only pledges of which something that is open fell due before this day.</summary>
    public DateOnly? OverdueAt { get; init; }

    /// <summary>With the day above: only what fell due on this day or after it.</summary>
    public DateOnly DueFrom { get; init; } = DateOnly.MinValue;
}

/// <summary>Pledges with what became of them, from the postings up to a day and as known at an entry.</summary>
public sealed class PledgeLineStore(Ledger ledger)
{
    const string Table = "pledge";
    const string BySize = "p.usd DESC, p.entry";

    /// <summary>
    /// The largest pledges of which something was open at the day, as then known. They are sorted first, so that only those are
    /// looked into that stand above the last one wanted; the limit within keeps engines from sorting last.
    /// </summary>
    string LargestOpenThen => $"""
        FROM pledge p WHERE p.entry IN (
            SELECT k.entry FROM (SELECT p.entry FROM pledge p
                                 WHERE p.date <= @asAt AND p.entry <= @known AND (@Fund IS NULL OR p.fund = @Fund)
                                   AND {ledger.InScope("p.fund")}
                                 ORDER BY {BySize} LIMIT {long.MaxValue}) k
            WHERE EXISTS (SELECT SUM(o.usd) FROM posting o
                          JOIN entry d ON d.number = o.entry AND d.date <= @asAt AND d.number <= @known
                          WHERE o.pledge = k.entry AND o.pledge <> 0 AND o.account IN ('announced', 'pledged', 'receivable')
                          HAVING SUM(o.amount) <> 0 OR SUM(o.usd) <> 0)
            LIMIT @Take)
        """;

    /// <summary>A page of pledges, the newest first.</summary>
    public IEnumerable<PledgeLine> Page(PledgeFilter filter, DateOnly asAt, Knowledge known) =>
        Read(Part(filter, filter.Keyset.OrderBy), filter, asAt, known, filter.Keyset.OrderBy);

    /// <summary>A page of a long list, found by its place and not by passing over what stands before it.</summary>
    public LinePage<PledgeLine> PageAt(PledgeFilter filter, DateOnly asAt, Knowledge known) =>
        filter.Keyset.PageOf([.. Page(filter with { Take = filter.Take + 1 }, asAt, known)], filter.Take);

    /// <summary>
    /// What all pledges that the filter finds come to now, by currency: as promised with what was changed since, and what of
    /// it is outstanding.
    /// </summary>
    public ImmutableArray<CurrencyTotal> Totals(PledgeFilter filter, DateOnly asAt, Knowledge known) => [.. ledger.Query<TotalRow>($"""
        SELECT k.currency, COUNT(*) AS count, SUM(k.promised) AS amount, SUM(k.promised_usd) AS usd,
               SUM(k.outstanding) AS outstanding, SUM(k.outstanding_usd) AS outstanding_usd
        FROM (SELECT p.entry, p.currency,
                     (SELECT COALESCE(SUM(s.amount), 0) FROM posting s WHERE {Promise}) AS promised,
                     (SELECT COALESCE(SUM(s.usd), 0) FROM posting s WHERE {Promise}) AS promised_usd,
                     (SELECT COALESCE(SUM(c.amount), 0) FROM claim c WHERE c.pledge = p.entry) AS outstanding,
                     (SELECT COALESCE(SUM(c.usd), 0) FROM claim c WHERE c.pledge = p.entry) AS outstanding_usd
              {Condition(filter)}) k
        GROUP BY k.currency ORDER BY k.currency
        """, Values(filter, asAt, known)).Select(row => new CurrencyTotal(
            row.Currency, row.Count, new Amount(row.Amount, row.Currency), Amount.Usd(row.Usd))
        { Outstanding = new Amount(row.Outstanding, row.Currency), OutstandingUsd = Amount.Usd(row.OutstandingUsd) })];

    /// <summary>The largest pledges, by their original value in US$.</summary>
    public IEnumerable<PledgeLine> Largest(PledgeFilter filter, DateOnly asAt, Knowledge known) =>
        Read(Part(filter, BySize), filter, asAt, known, BySize);

    /// <summary>The largest pledges of a fund, or of all, of which something was open at the day.</summary>
    public IEnumerable<PledgeLine> LargestOpen(string? fund, DateOnly asAt, Knowledge known, int most) =>
        Read(LargestOpenThen, new PledgeFilter { Fund = fund, Take = most }, asAt, known, BySize);

    const string Promise = """
        s.pledge = p.entry AND s.pledge <> 0 AND s.account IN ('announced', 'pledged', 'receivable')
        AND s.movement NOT IN ('paid', 'written-off', 'revalued')
        """;

    /// <summary>The pledges that a filter finds; a condition is written only where it is asked for.</summary>
    string Condition(PledgeFilter filter)
    {
        var conditions = new List<string> { "p.entry <= @known" };
        conditions.AddRange(filter.Conditions(ledger, Table));
        void Where(bool isAsked, string condition)
        {
            if (isAsked) conditions.Add(condition);
        }

        Where(filter.OpenOnly, "EXISTS (SELECT 1 FROM claim c WHERE c.pledge = p.entry AND c.amount <> 0)");
        Where(filter.OverdueAt is not null, """
            p.entry IN (SELECT pledge FROM claim WHERE amount <> 0 AND due < @OverdueAt AND due >= @DueFrom
                                                   AND account IN ('pledged', 'receivable'))
            """);
        Where(filter.Rung is not null, filter.Rung switch
        {
            Rung.Signed => Has("receivable"),
            Rung.Pledged => $"{Has("pledged")} AND NOT {Has("receivable")}",
            _ => $"NOT {Has("pledged")} AND NOT {Has("receivable")}",
        });
        Where(filter.Place is not null, filter.Keyset.Condition);
        return "FROM pledge p WHERE " + string.Join(" AND ", conditions);
    }

    string Part(PledgeFilter filter, string order) => $"{Condition(filter)} ORDER BY {order} LIMIT @Take OFFSET @Skip";

    static string Has(string account) => $"EXISTS (SELECT 1 FROM claim c WHERE c.pledge = p.entry AND c.account = '{account}')";

    IEnumerable<PledgeLine> Read(string selection, PledgeFilter filter, DateOnly asAt, Knowledge known, string order) =>
        ledger.Query<Line>($"""
            SELECT p.entry, p.reference, p.fund, p.donor, p.date, p.form, p.currency, p.amount, p.usd, p.earmarking, p.note,
                   h.rate, h.rate_date, s.account, s.movement, s.due, SUM(s.amount) AS moved, SUM(s.usd) AS moved_usd,
                   COALESCE((SELECT r.number FROM entry r WHERE r.reverses = p.entry AND r.reverses <> 0), 0) AS reversed_by
            FROM (SELECT p.entry {selection}) k
            JOIN pledge p ON p.entry = k.entry
            JOIN entry h ON h.number = p.entry
            JOIN posting s ON s.pledge = p.entry AND s.pledge <> 0 AND s.account IN ('announced', 'pledged', 'receivable')
            JOIN entry e ON e.number = s.entry AND e.date <= @asAt AND e.number <= @known
            GROUP BY p.entry, p.reference, p.fund, p.donor, p.date, p.form, p.currency, p.amount, p.usd, p.earmarking, p.note,
                     h.rate, h.rate_date, s.account, s.movement, s.due
            ORDER BY {order}
            """, Values(filter, asAt, known))
        .GroupBy(line => line.Entry).Select(Combine);

    DynamicParameters Values(PledgeFilter filter, DateOnly asAt, Knowledge known)
    {
        var values = filter.Values(ledger, Table);
        values.AddDynamicParams(new { asAt, known = known.Entry });
        return values;
    }

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
            ReversedBy = head.ReversedBy,
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
        public long ReversedBy { get; init; }
        public long Moved { get; init; }
        public long MovedUsd { get; init; }
    }
}
