using System.Collections.Immutable;
using FundLedger.Data.Engines;
using FundLedger.Money;
using FundLedger.Rates;

namespace FundLedger.Data.Rates;

/// <summary>An entry that would be valued otherwise, had the rate been known when it was recorded.</summary>
public sealed record RateEffectLine(long Entry, DateOnly Date, string Text, Amount Amount, Amount Usd, Amount WouldBe)
{
    public Currency Currency => Amount.Currency;
}

/// <summary>
/// What rates that came late would have changed: how many entries, by how much in US$, and the largest of them. What is
/// posted keeps the rate it was posted at.
/// </summary>
public sealed record RateEffect(long Entries, Amount Difference, ImmutableArray<RateEffectLine> Largest)
{
    public static RateEffect None { get; } = new(0, Amount.Usd(0), []);
}

/// <summary>Finds the entries that were valued before some rates were known.</summary>
sealed class RateEffects(Ledger ledger)
{
    const int MostShown = 20;

    /// <param name="known">The rates known so far.</param>
    /// <param name="fresh">The rates that are new, or correct one that was known.</param>
    internal RateEffect Of(IEnumerable<Rate> known, ImmutableArray<Rate> fresh)
    {
        var table = new RateTable(known.Concat(fresh));
        var added = fresh.ToHashSet();
        var (entries, difference) = (0L, Amount.Usd(0));
        var largest = new List<RateEffectLine>();
        foreach (var row in Valued(fresh))
        {
            var rate = table.On(row.Date, row.Currency).Value;
            if (!added.Contains(rate) || (row.Rate == rate.HundredMillionths && row.RateDate == rate.Effective)) continue;
            var amount = new Amount(row.Amount, row.Currency);
            var line = new RateEffectLine(row.Entry, row.Date, row.Text, amount, Amount.Usd(row.Usd), rate.ToUsd(amount));
            entries++;
            difference += line.WouldBe - line.Usd;
            largest.Add(line);
            if (largest.Count > 2 * MostShown) largest = [.. Largest(largest)];
        }

        return new RateEffect(entries, difference, [.. Largest(largest)]);
    }

    static IEnumerable<RateEffectLine> Largest(IEnumerable<RateEffectLine> lines) => lines
        .OrderByDescending(line => Math.Abs((line.WouldBe - line.Usd).MinorUnits)).ThenBy(line => line.Entry).Take(MostShown);

    /// <summary>The entries that a rate of these currencies values, since the first day that the new rates concern.</summary>
    IEnumerable<ValuedRow> Valued(ImmutableArray<Rate> fresh) => fresh.IsEmpty ? [] : ledger.Query<ValuedRow>($"""
        SELECT v.* FROM (
            SELECT e.number AS entry, e.date, e.text, e.rate_currency AS currency, e.rate, e.rate_date,
                   COALESCE(p.amount, g.amount, (SELECT SUM(s.amount) FROM posting s WHERE s.entry = e.number
                       AND s.account IN ('bank', 'receivable', 'pledged', 'announced'))) AS amount,
                   COALESCE(p.usd, g.usd, (SELECT SUM(s.usd) FROM posting s WHERE s.entry = e.number
                       AND s.account IN ('bank', 'receivable', 'pledged', 'announced'))) AS usd
            FROM entry e LEFT JOIN payment p ON p.entry = e.number LEFT JOIN pledge g ON g.entry = e.number
            WHERE e.kind IN ('payment', 'pledge', 'refund', 'amendment', 'bank-match')
              AND e.rate_currency IN {ledger.Dialect.Among("@currencies")} AND e.date >= @from
              AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = e.number AND r.reverses <> 0)) v
        WHERE v.amount IS NOT NULL
        ORDER BY v.entry
        """, new
    {
        currencies = ledger.Dialect.List([.. fresh.Select(rate => rate.Currency.Code).Distinct()]),
        from = fresh.Min(rate => rate.Effective),
    });

    sealed class ValuedRow
    {
        public long Entry { get; init; }
        public DateOnly Date { get; init; }
        public string Text { get; init; } = "";
        public Currency Currency { get; init; } = Currency.Usd;
        public long Rate { get; init; }
        public DateOnly RateDate { get; init; }
        public long Amount { get; init; }
        public long Usd { get; init; }
    }
}
