namespace FundLedger.Donors;

/// <summary>What a donor is.</summary>
public enum DonorKind
{
    MemberState,
    ObserverState,
    RegionalGovernment,
    IntergovernmentalOrganization,
    UnEntity,
    Ngo,
    Foundation,
    Company,
    Individual,
    Other,
}

/// <summary>The regional groups of Member States at the United Nations; they are not the regions of M49.</summary>
public enum RegionalGroup
{
    African,
    AsiaPacific,
    EasternEuropean,

    /// <summary>Latin American and Caribbean States.</summary>
    Grulac,

    /// <summary>Western European and other States.</summary>
    Weog,
}

/// <summary>The groups of the donor schedules, in the order in which the schedules print them.</summary>
public enum DonorGroup
{
    Governments,
    UnitedNationsEntities,
    IntergovernmentalOrganizations,
    NonGovernmentalOrganizations,
    PrivateSector,
    Foundations,
    Others,
}

public static class DonorGrouping
{
    /// <summary>The group under which schedules list donors of this kind.</summary>
    public static DonorGroup Group(this DonorKind kind) => kind switch
    {
        DonorKind.MemberState or DonorKind.ObserverState or DonorKind.RegionalGovernment => DonorGroup.Governments,
        DonorKind.UnEntity => DonorGroup.UnitedNationsEntities,
        DonorKind.IntergovernmentalOrganization => DonorGroup.IntergovernmentalOrganizations,
        DonorKind.Ngo => DonorGroup.NonGovernmentalOrganizations,
        DonorKind.Company => DonorGroup.PrivateSector,
        DonorKind.Foundation => DonorGroup.Foundations,
        DonorKind.Individual or DonorKind.Other => DonorGroup.Others,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
