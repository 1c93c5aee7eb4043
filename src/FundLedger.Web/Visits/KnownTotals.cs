using System.Collections.Concurrent;
using System.Collections.Immutable;
using FundLedger.Data;
using FundLedger.Data.Journal;
using FundLedger.Data.Lists;

namespace FundLedger.Web.Visits;

/// <summary>
/// What long lists and the first screen come to. It is added up once for each question and scope, and again when an entry was
/// posted: a page of a million payments does not add them up each time.
/// </summary>
public sealed class KnownTotals
{
    const int MostQuestions = 500;

    readonly ConcurrentDictionary<(string Scope, object Question), (long Entry, object Answer)> _known = new();

    /// <summary>The answer as of the newest entry. Questions that are equal have the same answer.</summary>
    public TAnswer Of<TQuestion, TAnswer>(Ledger ledger, TQuestion question, Func<TQuestion, TAnswer> add)
        where TQuestion : notnull where TAnswer : notnull => Of<TQuestion, TAnswer>(ledger, question, (asked, _) => add(asked));

    /// <summary>What a long list comes to by currency, wherever its page stands and however it is put in order.</summary>
    public ImmutableArray<CurrencyTotal> OfLines<TFilter>(
        Ledger ledger, TFilter filter, Func<TFilter, Knowledge, LineTotals?, LineTotals> add) where TFilter : LineFilter
    {
        var all = (TFilter)((LineFilter)filter with { Place = null, Order = default, IsAscending = false });
        return Of<TFilter, LineTotals>(ledger, all, (asked, before) => add(asked, ledger.Journal.Known().Value, before)).ByCurrency;
    }

    /// <summary>An earlier answer, where there is one, is handed in: it may help.</summary>
    TAnswer Of<TQuestion, TAnswer>(Ledger ledger, TQuestion question, Func<TQuestion, TAnswer?, TAnswer> add)
        where TQuestion : notnull where TAnswer : notnull
    {
        var head = ledger.Journal.Head().Entry;
        var key = (ledger.Scope.Key, (object)question);
        var isKnown = _known.TryGetValue(key, out var before);
        if (isKnown && before.Entry == head) return (TAnswer)before.Answer;
        var answer = add(question, isKnown ? (TAnswer)before.Answer : default);
        if (_known.Count >= MostQuestions) _known.Clear();
        _known[key] = (head, answer);
        return answer;
    }
}
