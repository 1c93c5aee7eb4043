using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Journal;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Pledges;

namespace FundLedger.Data.Pledges;

/// <summary>One agreement with what it was carried at before and after.</summary>
public sealed record RevaluedPledge(string Reference, string Donor, string Fund, Amount Outstanding, Amount Before, Amount After)
{
    public Currency Currency => Outstanding.Currency;

    /// <summary>The exchange gain; a loss is negative.</summary>
    public Amount Gain => After - Before;
}

/// <summary>What a revaluation did. <see cref="Gain"/> is that of the year: a loss is negative.</summary>
public sealed record Revaluation(int Year, int Entries, ImmutableArray<RevaluedPledge> Pledges, Amount Gain, bool DryRun);

/// <summary>Year-end revaluation of open agreements in other currencies than the US$.</summary>
public sealed class RevaluationStore(Ledger ledger)
{
    /// <summary>
    /// Revalues every open agreement at the rate of 31 December, whatever was recorded since. Done again it changes
    /// nothing, unless a rate of the day was corrected.
    /// </summary>
    public Outcome<Revaluation> Run(int year, Author author, bool dryRun = false) =>
        ledger.Write(author, new { revalue = year }, writing =>
            Hindrance(year) is { } problem ? problem : Post(year, writing, dryRun), dryRun);

    Problem? Hindrance(int year)
    {
        if (year is < 1946 or > 9998)
            return new Problem($"{year} is not a year that can be revalued", "write four digits") { Column = "year" };
        var yearEnd = new DateOnly(year, 12, 31);
        if (yearEnd > ledger.Today)
            return new Problem($"{year} has not ended", $"revalue on or after {DayText.Iso(yearEnd)}") { Column = "year" };
        var later = ledger.Query<DateOnly>("""
            SELECT DISTINCT date FROM entry e WHERE kind = 'revaluation' AND date > @yearEnd AND rate IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = e.number AND r.reverses <> 0)
            """, new { yearEnd }).Select(date => date.Year).DefaultIfEmpty().Max();
        return later == 0 ? null
            : new Problem($"{later} is revalued already", $"revalue the years in order; reverse the revaluation of {later} first")
            { Column = "year" };
    }

    Outcome<Revaluation> Post(int year, Writing writing, bool dryRun)
    {
        var revalued = ImmutableArray.CreateBuilder<RevaluedPledge>();
        var entries = 0;
        var (states, later) = (States(year), Later(year));
        foreach (var pledge in states)
        {
            var rate = ledger.Standing.Rates.On(new DateOnly(year, 12, 31), pledge.Currency);
            if (rate.IsRefused) return new Refusal(rate.Problems);
            var drafts = RevaluePledge.Decide(pledge, [.. later[pledge.Number]], rate.Value, year);
            foreach (var draft in drafts)
            {
                var posted = writing.Post(draft);
                if (posted.IsRefused) return new Refusal(posted.Problems);
            }

            entries += drafts.Length;
            if (drafts.FirstOrDefault()?.Rate is null) continue;
            var gain = drafts[0].Postings.Where(posting => posting.Account == Account.Receivable)
                .Aggregate(Amount.Usd(0), (sum, posting) => sum + posting.Usd);
            revalued.Add(new RevaluedPledge(
                pledge.Reference, pledge.Donor, pledge.Fund, pledge.Outstanding, pledge.Usd, pledge.Usd + gain));
        }

        return new Revaluation(year, entries, revalued.ToImmutable(),
            revalued.Aggregate(Amount.Usd(0), (sum, pledge) => sum + pledge.Gain), dryRun);
    }

    /// <summary>The agreements in other currencies with what was open of them at the end of the year.</summary>
    PledgeState[] States(int year) => [.. PledgeRows.Read(ledger.Reader($"""
        SELECT {PledgeRows.Columns}, s.instalment, s.account, s.due, SUM(s.amount) AS amount, SUM(s.usd) AS usd
        FROM posting s
        JOIN entry e ON e.number = s.entry AND e.date <= @yearEnd
        JOIN pledge p ON p.entry = s.pledge
        WHERE s.pledge <> 0 AND s.account = 'receivable' AND p.currency <> 'USD' AND p.form = 'monetary'
        GROUP BY {PledgeRows.Columns}, s.instalment, s.account, s.due
        HAVING SUM(s.amount) > 0
        ORDER BY p.entry, s.instalment
        """, new { yearEnd = new DateOnly(year, 12, 31) }))];

    ILookup<long, LaterPosting> Later(int year) => ledger.Query<LaterRow>("""
        SELECT e.date AS day, s.* FROM posting s JOIN entry e ON e.number = s.entry AND e.date > @yearEnd
        WHERE s.pledge <> 0 AND s.account = 'receivable' AND s.currency <> 'USD'
        ORDER BY e.date, s.entry, s.line
        """, new { yearEnd = new DateOnly(year, 12, 31) })
        .ToLookup(row => row.Pledge, row => new LaterPosting(row.Day, row.ToPosting()));

    sealed class LaterRow : PostingRow
    {
        public DateOnly Day { get; init; }
    }
}
