using System.Collections.Immutable;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Reports;

/// <summary>How far a claim is from the day it falls due, at 31 December of a year.</summary>
public enum AgeBand
{
    /// <summary>Due after the twelve months that follow: the non-current part.</summary>
    Later,

    /// <summary>Due within the twelve months that follow.</summary>
    Next,

    /// <summary>Fell due in the year itself: overdue for less than a year.</summary>
    UnderOne,
    OneToTwo,
    TwoToThree,
    OverThree,
}

/// <summary>
/// What is outstanding, by age. Figures keep the year in which a claim falls due and not the day. At 31 December that
/// tells every age, where what falls due on that very day counts as overdue, unlike in the report on receivables by age; at another
/// day it only tells which year a claim falls due in.
/// </summary>
public sealed class Ageing
{
    readonly long[] _cents = new long[Enum.GetValues<AgeBand>().Length];

    public static ImmutableArray<AgeBand> Bands { get; } = [.. Enum.GetValues<AgeBand>()];

    public Amount this[AgeBand band] => Amount.Usd(_cents[(int)band]);

    /// <summary>Overdue and due within twelve months.</summary>
    public Amount Current => Total - NonCurrent;

    public Amount NonCurrent => this[AgeBand.Later];

    public Amount Overdue =>
        this[AgeBand.UnderOne] + this[AgeBand.OneToTwo] + this[AgeBand.TwoToThree] + this[AgeBand.OverThree];

    public Amount Total => Amount.Usd(_cents.Sum());

    public bool IsEmpty => _cents.All(cents => cents == 0);

    public static AgeBand BandOf(int dueYear, int year) => (year - dueYear) switch
    {
        < -1 => AgeBand.Later,
        -1 => AgeBand.Next,
        0 => AgeBand.UnderOne,
        1 => AgeBand.OneToTwo,
        2 => AgeBand.TwoToThree,
        _ => AgeBand.OverThree,
    };

    /// <summary>
    /// The age of what agreements still promise, and of what is pledged and binds nobody, of each group.
    /// </summary>
    public static Dictionary<TKey, Ageing> By<TKey>(
        Figures figures, int year, Func<Figure, bool> which, Func<Figure, TKey> key) where TKey : notnull
    {
        var groups = new Dictionary<TKey, Ageing>();
        foreach (var figure in figures.Rows)
        {
            if (figure.Year > year || figure.Account is not (Account.Receivable or Account.Pledged)
                || !which(figure)) continue;
            var group = key(figure);
            if (!groups.TryGetValue(group, out var ageing)) groups.Add(group, ageing = new Ageing());
            ageing._cents[(int)BandOf(figure.DueYear, year)] += figure.Usd;
        }

        return groups;
    }

    /// <summary>The age of all that is outstanding on the accounts asked for.</summary>
    public static Ageing Of(Figures figures, int year, Func<Figure, bool> which) =>
        By(figures, year, which, _ => 0).GetValueOrDefault(0) ?? new Ageing();

    public static bool IsReceivable(Figure figure) => figure.Account == Account.Receivable;

    public static bool IsPledgedOnly(Figure figure) => figure.Account == Account.Pledged;
}
