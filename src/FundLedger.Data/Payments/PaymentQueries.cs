using System.Collections.Immutable;
using FundLedger.Data.Lists;
using FundLedger.Money;

namespace FundLedger.Data.Payments;

/// <summary>
/// The list of payments. A condition is written only where it is asked for, and the rows of a page are chosen from the index
/// alone, so that a page costs the same whatever the number of payments.
/// </summary>
sealed class PaymentQueries(Ledger ledger)
{
    const int Few = 5000;

    const string Columns = """
        SELECT p.entry, p.reference, p.donor, p.fund, p.date, p.currency, p.amount, p.usd, p.form, p.earmarking, p.note,
               COALESCE(r.amount, 0) AS unallocated,
               COALESCE((SELECT e.number FROM entry e WHERE e.reverses = p.entry AND e.reverses <> 0), 0) AS reversed_by
        """;

    internal IEnumerable<PaymentLine> Lines(PaymentFilter filter)
    {
        var keyset = new Keyset(filter.Order, filter.IsAscending, filter.Place);
        var place = filter.Place is { } at
            ? ledger.Single<(DateOnly Date, long Usd)>("SELECT date, usd FROM payment WHERE entry = @Entry", new { at.Entry }) : default;
        return ledger.Query<PaymentRow>($"""
            {Columns}
            FROM (SELECT p.entry FROM payment p WHERE {Conditions(filter)} AND {keyset.Condition}
                  ORDER BY {keyset.OrderBy} LIMIT @Take OFFSET @Skip) k
            JOIN payment p ON p.entry = k.entry LEFT JOIN receipt r ON r.payment = p.entry
            ORDER BY {keyset.OrderBy}
            """, Values(filter, place.Date, place.Usd)).Select(row => row.ToLine());
    }

    internal LinePage<PaymentLine> Page(PaymentFilter filter) =>
        new Keyset(filter.Order, filter.IsAscending, filter.Place).PageOf([.. Lines(filter with { Take = filter.Take + 1 })], filter.Take);

    internal ImmutableArray<CurrencyTotal> Totals(PaymentFilter filter) => [.. ledger.Query<TotalRow>($"""
        SELECT currency, SUM(count) AS count, SUM(amount) AS amount, SUM(usd) AS usd
        FROM (SELECT p.currency, COUNT(*) AS count, SUM(p.amount) AS amount, SUM(p.usd) AS usd
              FROM payment p WHERE {Conditions(filter)} GROUP BY p.currency
              UNION ALL
              SELECT p.currency, -COUNT(*), -SUM(p.amount), -SUM(p.usd)
              FROM entry e JOIN payment p ON p.entry = e.reverses
              WHERE e.reverses <> 0 AND {Conditions(filter)} GROUP BY p.currency) AS parts
        GROUP BY currency HAVING SUM(count) <> 0 ORDER BY currency
        """, Values(filter, default, 0)).Select(row => new CurrencyTotal(
            row.Currency, row.Count, new Amount(row.Amount, row.Currency), Amount.Usd(row.Usd)))];

    string Conditions(PaymentFilter filter)
    {
        var conditions = new List<string> { ledger.InScope("p.fund") };
        void Where(bool isAsked, string condition)
        {
            if (isAsked) conditions.Add(condition);
        }

        Where(filter.From > DateOnly.MinValue, "p.date >= @From");
        Where(filter.To < DateOnly.MaxValue, "p.date <= @To");
        Where(filter.Entry is not null, "p.entry = @Entry");
        Where(filter.Reference is not null, "p.entry = (SELECT MAX(n.entry) FROM payment n WHERE n.reference = @Reference)");
        Where(filter.Text is not null, "p.reference >= @Text AND p.reference < @textEnd");
        Where(filter.Fund is not null, "p.fund = @Fund");
        Where(filter.Donor is not null, "p.donor = @Donor");
        Where(filter.Currency is not null, "p.currency = @Currency");
        if (filter.UnallocatedOnly) conditions.Add(Unallocated());
        return string.Join(" AND ", conditions);
    }

    /// <summary>
    /// Few unallocated receipts are looked up one by one; where there are many a page is soon full of them as the list is read.
    /// </summary>
    string Unallocated() =>
        ledger.Single<long>($"SELECT COUNT(*) FROM (SELECT 1 FROM receipt WHERE amount <> 0 LIMIT {Few + 1}) AS some") <= Few
            ? "p.entry IN (SELECT payment FROM receipt WHERE amount <> 0)"
            : "EXISTS (SELECT 1 FROM receipt o WHERE o.payment = p.entry AND o.amount <> 0)";

    object Values(PaymentFilter filter, DateOnly placeDate, long placeUsd) => new
    {
        filter.Reference,
        filter.Entry,
        filter.Text,
        textEnd = filter.Text + "\uFFFF",
        filter.Fund,
        filter.Donor,
        filter.Currency,
        filter.From,
        filter.To,
        filter.Skip,
        filter.Take,
        placeDate,
        placeUsd,
        placeEntry = filter.Place?.Entry,
        scope = ledger.ScopeCodes,
    };
}
