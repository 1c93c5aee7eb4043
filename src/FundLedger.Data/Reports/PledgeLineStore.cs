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
    /// What all pledges that the filter finds come to, by currency: as promised with what was changed since, and what of it is
    /// outstanding. <paramref name="before"/> is what they came to when it was asked last.
    /// </summary>
    public LineTotals Totals(PledgeFilter filter, Knowledge known, LineTotals? before = null) =>
        LineTotals.Of(filter, known, before, since => new PledgeSums(ledger).Posted(filter, since, known));

    /// <summary>The largest pledges, by their original value in US$.</summary>
    public IEnumerable<PledgeLine> Largest(PledgeFilter filter, DateOnly asAt, Knowledge known) =>
        Read(Part(filter, BySize), filter, asAt, known, BySize);

    /// <summary>The largest pledges of a fund, or of all, of which something was open at the day.</summary>
    public IEnumerable<PledgeLine> LargestOpen(string? fund, DateOnly asAt, Knowledge known, int most) =>
        Read(LargestOpenThen, new PledgeFilter { Fund = fund, Take = most }, asAt, known, BySize);

    string Part(PledgeFilter filter, string order) =>
        $"FROM pledge p WHERE {filter.Condition(ledger)} ORDER BY {order} LIMIT @Take OFFSET @Skip";

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
        var rungs = RungsOf(lines);
        var rate = new Rate(head.Currency, head.RateDate ?? head.Date, head.Rate ?? Rate.Dollar(head.Date).HundredMillionths, "");
        return new PledgeLine(
            head.Entry, head.Reference, head.Fund, head.Donor, head.Date, rungs.Max(), Word.Parse<ContributionForm>(head.Form),
            new Amount(head.Amount, head.Currency), Amount.Usd(head.Usd),
            Sum(line => line.Movement != paid && line.Movement != writtenOff),
            -Sum(line => line.Movement == paid), -Sum(line => line.Movement == writtenOff), Sum(_ => true),
            Amount.Usd(lines.Sum(line => line.MovedUsd)), rate.UnitsPerDollar, rate.Effective, head.Earmarking, head.Note)
        {
            ReversedBy = head.ReversedBy,
            OpenFrom = rungs.Min(),
            NextDue = lines.GroupBy(line => line.Due).Where(due => due.Sum(line => line.Moved) != 0).Min(due => due.Key),
        };
    }

    /// <summary>The rungs on which something of the pledge is open; of a settled pledge the highest that it reached.</summary>
    static Rung[] RungsOf(IEnumerable<Line> lines)
    {
        var claims = lines.GroupBy(line => line.Account, line => line.Moved)
            .Select(moved => (Rung: PledgeState.RungOf(Word.Parse<Account>(moved.Key)), Open: moved.Sum())).ToArray();
        Rung[] open = [.. claims.Where(claim => claim.Open != 0).Select(claim => claim.Rung)];
        return open.Length > 0 ? open : [claims.Max(claim => claim.Rung)];
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
