using FundLedger.Data.Journal;
using FundLedger.Data.Lists;

namespace FundLedger.Data.Payments;

/// <summary>
/// The list of payments. A condition is written only where it is asked for, and the rows of a page are chosen from the index
/// alone, so that a page costs the same whatever the number of payments.
/// </summary>
sealed class PaymentQueries(Ledger ledger)
{
    const string Table = "payment";
    const int Few = 5000;

    const string Columns = """
        SELECT p.entry, p.reference, p.donor, p.fund, p.date, p.currency, p.amount, p.usd, p.form, p.earmarking, p.note,
               COALESCE(r.amount, 0) AS unallocated,
               COALESCE((SELECT e.number FROM entry e WHERE e.reverses = p.entry AND e.reverses <> 0), 0) AS reversed_by
        """;

    internal IEnumerable<PaymentLine> Lines(PaymentFilter filter)
    {
        var keyset = filter.Keyset;
        return ledger.Query<PaymentRow>($"""
            {Columns}
            FROM (SELECT p.entry FROM payment p WHERE {Conditions(filter)} AND {keyset.Condition}
                  ORDER BY {keyset.OrderBy} LIMIT @Take OFFSET @Skip) k
            JOIN payment p ON p.entry = k.entry LEFT JOIN receipt r ON r.payment = p.entry
            ORDER BY {keyset.OrderBy}
            """, filter.Values(ledger, Table)).Select(row => row.ToLine());
    }

    internal LinePage<PaymentLine> Page(PaymentFilter filter) =>
        filter.Keyset.PageOf([.. Lines(filter with { Take = filter.Take + 1 })], filter.Take);

    /// <summary>What came after an entry, less what was reversed after it.</summary>
    internal IEnumerable<CurrencyTotal> Posted(PaymentFilter filter, long since, Knowledge known)
    {
        var values = filter.Values(ledger, Table);
        values.AddDynamicParams(new { since, known = known.Entry });
        return ledger.Query<TotalRow>($"""
            SELECT p.currency, COUNT(*) AS count, SUM(p.amount) AS amount, SUM(p.usd) AS usd
            FROM payment p WHERE p.entry > @since AND p.entry <= @known AND {Conditions(filter)} GROUP BY p.currency
            UNION ALL
            SELECT p.currency, -COUNT(*), -SUM(p.amount), -SUM(p.usd)
            FROM entry e JOIN payment p ON p.entry = e.reverses
            WHERE e.reverses <> 0 AND e.number > @since AND e.number <= @known AND {Conditions(filter)} GROUP BY p.currency
            """, values).Select(row => row.ToTotal());
    }

    string Conditions(PaymentFilter filter) => string.Join(" AND ",
        [.. filter.Conditions(ledger, Table), .. filter.UnallocatedOnly ? [Unallocated()] : Array.Empty<string>()]);

    /// <summary>
    /// Few unallocated receipts are looked up one by one; where there are many a page is soon full of them as the list is read.
    /// </summary>
    string Unallocated() =>
        ledger.Single<long>($"SELECT COUNT(*) FROM (SELECT 1 FROM receipt WHERE amount <> 0 LIMIT {Few + 1}) AS open") <= Few
            ? "p.entry IN (SELECT payment FROM receipt WHERE amount <> 0)"
            : "EXISTS (SELECT 1 FROM receipt o WHERE o.payment = p.entry AND o.amount <> 0)";
}
