using System.Collections.Immutable;
using FundLedger.Data.Journal;
using FundLedger.Money;

namespace FundLedger.Data.Lists;

/// <summary>What the rows that a filter finds come to in one currency.</summary>
public sealed record CurrencyTotal(Currency Currency, long Count, Amount Amount, Amount Usd)
{
    public Amount? Outstanding { get; init; }

    public Amount? OutstandingUsd { get; init; }
}

/// <summary>
/// What the rows that a filter finds come to by currency, as known at an entry. A long list does not add them all up again after every
/// entry: what was posted since is added to what they came to before.
/// </summary>
public sealed record LineTotals(long Entry, ImmutableArray<CurrencyTotal> ByCurrency)
{
    /// <param name="filter">Only where it asks for what never changes can what came since be told by itself.</param>
    /// <param name="known">Up to which entry.</param>
    /// <param name="before">What they came to when it was asked last; none where it was not.</param>
    /// <param name="posted">What was posted after an entry and is known.</param>
    internal static LineTotals Of(LineFilter filter, Knowledge known, LineTotals? before, Func<long, IEnumerable<CurrencyTotal>> posted)
    {
        var since = filter.IsOfWhatNeverChanges ? before : null;
        // Who asked at the same time may know more.
        if (since is not null && since.Entry >= known.Entry) return since;
        var all = (since?.ByCurrency ?? []).Concat(posted(since?.Entry ?? 0)).GroupBy(total => total.Currency).Select(Sum);
        return new LineTotals(known.Entry,
            [.. all.Where(total => total.Count != 0).OrderBy(total => total.Currency.Code, StringComparer.Ordinal)]);
    }

    static CurrencyTotal Sum(IGrouping<Currency, CurrencyTotal> totals) => totals.Aggregate((one, other) => one with
    {
        Count = one.Count + other.Count,
        Amount = one.Amount + other.Amount,
        Usd = one.Usd + other.Usd,
        Outstanding = one.Outstanding + other.Outstanding,
        OutstandingUsd = one.OutstandingUsd + other.OutstandingUsd,
    });
}
