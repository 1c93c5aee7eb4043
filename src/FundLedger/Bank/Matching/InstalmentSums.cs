using FundLedger.Money;

namespace FundLedger.Bank.Matching;

/// <summary>Finds groups of two to four whose amounts add up to a sum.</summary>
static class InstalmentSums
{
    /// <summary>Among more than this many, all groups of four would be too many to try; the first are tried.</summary>
    public const int MostTried = 24;

    const int LargestGroup = 4;

    // Where so many groups fit, none is right by its sum alone.
    const int MostFound = 20;

    /// <summary>The groups whose sum lies between the two amounts (both included), in the order of the items.</summary>
    public static List<List<T>> Between<T>(IReadOnlyList<T> items, Func<T, Amount> amountOf, Amount least, Amount most)
    {
        var tried = items.Where(item => amountOf(item).Currency == least.Currency).Take(MostTried).ToArray();
        var found = new List<List<T>>();
        Extend(0, [], 0);
        return found;

        void Extend(int from, List<T> group, Int128 sum)
        {
            for (var i = from; i < tried.Length && found.Count < MostFound; i++)
            {
                var longer = sum + amountOf(tried[i]).MinorUnits;
                if (longer > most.MinorUnits) continue;
                group.Add(tried[i]);
                if (group.Count >= 2 && longer >= least.MinorUnits) found.Add([.. group]);
                if (group.Count < LargestGroup) Extend(i + 1, group, longer);
                group.RemoveAt(group.Count - 1);
            }
        }
    }
}
