using FundLedger.Data.Journal;
using FundLedger.Data.Lists;

namespace FundLedger.Data.Reports;

/// <summary>
/// Adds up the postings on the claims of pledges: what was promised, with all that was changed since, and what of it is outstanding.
/// </summary>
sealed class PledgeSums(Ledger ledger)
{
    const string Promised = "s.movement NOT IN ('paid', 'written-off', 'revalued')";

    const string Touched = " AND p.entry IN (SELECT t.pledge FROM posting t WHERE t.entry > @since AND t.entry <= @known)";

    /// <summary>What was posted after an entry; a pledge counts with its own.</summary>
    internal IEnumerable<CurrencyTotal> Posted(PledgeFilter filter, long since, Knowledge known)
    {
        var values = filter.Values(ledger, "pledge");
        values.AddDynamicParams(new { since, known = known.Entry });
        return ledger.Query<TotalRow>($"""
            SELECT k.currency, SUM(k.is_new) AS count, SUM(k.promised) AS amount, SUM(k.promised_usd) AS usd,
                   SUM(k.outstanding) AS outstanding, SUM(k.outstanding_usd) AS outstanding_usd
            FROM (SELECT p.entry, p.currency, CASE WHEN p.entry > @since THEN 1 ELSE 0 END AS is_new,
                         SUM(CASE WHEN {Promised} THEN s.amount ELSE 0 END) AS promised,
                         SUM(CASE WHEN {Promised} THEN s.usd ELSE 0 END) AS promised_usd,
                         SUM(s.amount) AS outstanding, SUM(s.usd) AS outstanding_usd
                  FROM pledge p CROSS JOIN posting s
                  WHERE {filter.Condition(ledger)}{(since == 0 ? "" : Touched)}
                    AND s.pledge = p.entry AND s.pledge <> 0 AND s.account IN ('announced', 'pledged', 'receivable')
                    AND s.entry > @since AND s.entry <= @known
                  GROUP BY p.entry, p.currency) k
            GROUP BY k.currency
            """, values).Select(row => row.ToTotalOfPromises());
    }
}
