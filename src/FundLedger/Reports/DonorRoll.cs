using System.Collections.Immutable;
using FundLedger.Donors;
using FundLedger.Names;

namespace FundLedger.Reports;

/// <summary>A donor as a report as at a day shows it.</summary>
public sealed record DonorOnDay(string Code, string Name, DonorGroup Group)
{
    public RegionalGroup? Region { get; init; }

    public bool IsState { get; init; }

    public bool IsMemberState { get; init; }

    public bool IsLdc { get; init; }

    public bool IsSids { get; init; }

    /// <summary>
    /// The name with a dagger for a least developed country, a double one for a small island developing State.
    /// </summary>
    public string MarkedName => Name + (IsLdc ? "†" : "") + (IsSids ? "‡" : "");

    /// <summary>By which lists are put in order, whatever the accents and the article.</summary>
    internal string SortKey { get; } = FoldedName.Of(Name);
}

/// <summary>The donors of a report: what each was called and where it belonged on the day.</summary>
public sealed class DonorRoll
{
    readonly Dictionary<string, DonorOnDay> _byCode;

    public DonorRoll(DonorDirectory donors, DateOnly day, string language)
    {
        _byCode = donors.All.ToDictionary(donor => donor.Code, donor => On(donor, day, language));
        All = [.. InOrder(_byCode.Values)];
    }

    /// <summary>All donors by group and name.</summary>
    public ImmutableArray<DonorOnDay> All { get; }

    /// <summary>The donor with this code; one that nobody described stands under its code among the others.</summary>
    public DonorOnDay this[string code] =>
        _byCode.TryGetValue(code, out var donor) ? donor : new DonorOnDay(code, code, DonorGroup.Others);

    /// <summary>Donors by group and name.</summary>
    public static IEnumerable<DonorOnDay> InOrder(IEnumerable<DonorOnDay> donors) => donors
        .OrderBy(donor => donor.Group)
        .ThenBy(donor => donor.SortKey, StringComparer.Ordinal)
        .ThenBy(donor => donor.Code, StringComparer.Ordinal);

    static DonorOnDay On(Donor donor, DateOnly day, string language) =>
        new(donor.Code, donor.NameOn(day, language), donor.Group)
        {
            Region = donor.Region,
            IsState = donor.IsState,
            IsMemberState = donor.Kind == DonorKind.MemberState && !(donor.MemberSince > day),
            IsLdc = donor.IsLdcOn(day),
            IsSids = donor.Sids,
        };
}
