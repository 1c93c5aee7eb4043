using FundLedger.Money;
using FundLedger.Pledges;

namespace FundLedger.Reports;

/// <summary>Where a pledge stands, for people: the rung of what is open, or what became of it.</summary>
public enum PledgeStanding
{
    Announced,
    Pledged,
    Signed,
    PartlyPaid,
    Overdue,
    Paid,
    WrittenOff,
    Cancelled,
    Reversed,
}

/// <summary>One pledge with what became of it, in its own currency and in US$.</summary>
public sealed record PledgeLine(
    long Entry, string Reference, string Fund, string Donor, DateOnly Date, Rung Rung, ContributionForm Form,
    Amount Original, Amount OriginalUsd, Amount Promised, Amount Paid, Amount WrittenOff, Amount Outstanding,
    Amount OutstandingUsd, decimal Rate, DateOnly RateDate, string? Earmarking, string? Note)
{
    public Currency Currency => Original.Currency;

    /// <summary>The entry that undid it, or 0.</summary>
    public long ReversedBy { get; init; }

    /// <summary>The lowest rung on which something of it is open; where nothing is, that of the pledge.</summary>
    public Rung OpenFrom { get; init; }

    /// <summary>The day the oldest open instalment falls due; none where nothing is open.</summary>
    public DateOnly? NextDue { get; init; }

    /// <summary>What a person says of it in one word, on a day.</summary>
    public PledgeStanding StandingOn(DateOnly day) => this switch
    {
        { ReversedBy: not 0 } => PledgeStanding.Reversed,
        { Outstanding.IsZero: true, Paid.IsZero: false } => PledgeStanding.Paid,
        { Outstanding.IsZero: true, WrittenOff.IsZero: false } => PledgeStanding.WrittenOff,
        { Outstanding.IsZero: true } => PledgeStanding.Cancelled,
        _ when IsOverdueOn(day) => PledgeStanding.Overdue,
        { Paid.IsZero: false } => PledgeStanding.PartlyPaid,
        { Rung: Rung.Signed } => PledgeStanding.Signed,
        { Rung: Rung.Pledged } => PledgeStanding.Pledged,
        _ => PledgeStanding.Announced,
    };

    /// <summary>Whether something that was promised in writing fell due before the day and is open.</summary>
    public bool IsOverdueOn(DateOnly day) => NextDue < day && Rung != Rung.Announced;
}
