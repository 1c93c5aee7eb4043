using System.Collections.Concurrent;
using FundLedger.Data;

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

    /// <summary>The same, where an earlier answer helps: it is handed in, or nothing.</summary>
    public TAnswer Of<TQuestion, TAnswer>(Ledger ledger, TQuestion question, Func<TQuestion, TAnswer?, TAnswer> add)
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
