using System.Collections.Concurrent;
using System.Collections.Immutable;
using FundLedger.Data;
using FundLedger.Data.Lists;

namespace FundLedger.Web.Visits;

/// <summary>
/// What long lists come to. It is added up once for each filter and scope, and again when an entry was posted: a page of a
/// million payments does not add them up each time.
/// </summary>
public sealed class KnownTotals
{
    const int MostFilters = 500;

    readonly ConcurrentDictionary<(string Scope, object Filter), (long Entry, ImmutableArray<CurrencyTotal> Totals)> _known = new();

    public ImmutableArray<CurrencyTotal> Of<TFilter>(Ledger ledger, TFilter filter, Func<TFilter, ImmutableArray<CurrencyTotal>> add)
        where TFilter : notnull
    {
        var head = ledger.Journal.Head().Entry;
        var key = (ledger.Scope.Key, (object)filter);
        if (_known.TryGetValue(key, out var before) && before.Entry == head) return before.Totals;
        var totals = add(filter);
        if (_known.Count >= MostFilters) _known.Clear();
        _known[key] = (head, totals);
        return totals;
    }
}
