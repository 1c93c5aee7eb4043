using FundLedger.Checks;

namespace FundLedger.Data.Contributions;

/// <summary>The problems of a file: the first hundred are kept to be shown, all are counted.</summary>
sealed class ProblemList
{
    internal const int MostShown = 100;

    readonly List<Problem> _shown = [];

    internal long Count { get; private set; }

    internal void Add(Problem problem)
    {
        Count++;
        if (_shown.Count < MostShown) _shown.Add(problem);
    }

    /// <summary>All problems in the order of the rows, and how many there are beyond those shown.</summary>
    internal Refusal ToRefusal(string file)
    {
        var shown = _shown.OrderBy(problem => problem.Row ?? 0).ToList();
        if (Count > MostShown)
            shown.Add(new Problem(FormattableString.Invariant($"{Count:N0} problems in all; the first {MostShown} are shown"),
                "mend these and import again; nothing was stored")
            { File = file });
        return new Refusal([.. shown]);
    }
}
