using System.Collections.Immutable;

namespace FundLedger.Reports;

/// <summary>How a donor gave in a year, seen against the years before.</summary>
public enum Giving
{
    /// <summary>Gave, and never before.</summary>
    FirstTime,

    /// <summary>Gave, and had not given in the year before though earlier.</summary>
    Returning,

    /// <summary>Gave in this year and in the one before.</summary>
    Continuing,

    /// <summary>Gave in earlier years and not in this one.</summary>
    Lapsed,

    /// <summary>A State that has not given in any year.</summary>
    Never,
}

/// <summary>
/// Who gave in a year, who had, and which States never have: the question of paragraph 6 of resolution 36/28. To give
/// is to have contributions received in a year that come to more than zero after reversals.
/// </summary>
public sealed class DonorBase
{
    readonly ILookup<Giving, DonorOnDay> _donors;
    readonly ILookup<string, int> _years;

    DonorBase(ILookup<Giving, DonorOnDay> donors, ILookup<string, int> years) => (_donors, _years) = (donors, years);

    /// <summary>The first year in which anybody gave; what was before, the ledger does not know.</summary>
    public int? FirstYear => _years.Count == 0 ? null : _years.SelectMany(donor => donor).Min();

    public ImmutableArray<DonorOnDay> this[Giving giving] => [.. _donors[giving]];

    /// <summary>Those who gave in the year.</summary>
    public ImmutableArray<DonorOnDay> Gave =>
        [.. DonorRoll.InOrder(this[Giving.FirstTime].Concat(this[Giving.Returning]).Concat(this[Giving.Continuing]))];

    /// <summary>How many donors gave in a year.</summary>
    public int GiversIn(int year) => _years.Count(donor => donor.Contains(year));

    public static DonorBase Of(Figures figures, DonorRoll roll, int year)
    {
        var years = figures.UpTo(year).By(figure => (figure.Donor, figure.Year))
            .Where(pair => pair.Key.Donor.Length > 0 && pair.Value.Received.IsPositive)
            .ToLookup(pair => pair.Key.Donor, pair => pair.Key.Year);
        var giving = years.ToDictionary(donor => donor.Key, donor => GivingOf([.. donor], year));
        foreach (var state in roll.All.Where(IsCounted)) giving.TryAdd(state.Code, Giving.Never);
        return new DonorBase(
            DonorRoll.InOrder(giving.Keys.Select(code => roll[code])).ToLookup(donor => giving[donor.Code]), years);
    }

    /// <summary>Whether a State is one that could have given: an observer, or a Member State on the day.</summary>
    static bool IsCounted(DonorOnDay donor) => donor.IsState && (donor.IsMemberState || donor.Region is null);

    static Giving GivingOf(HashSet<int> years, int year)
    {
        if (!years.Contains(year)) return Giving.Lapsed;
        if (years.Min() == year) return Giving.FirstTime;
        return years.Contains(year - 1) ? Giving.Continuing : Giving.Returning;
    }
}
