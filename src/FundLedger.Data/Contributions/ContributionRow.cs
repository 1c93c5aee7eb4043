using FundLedger.Pledges;

namespace FundLedger.Data.Contributions;

enum ContributionKind
{
    Pledge,
    Payment,
}

/// <summary>One row of an import, its amounts, days and words read and its names resolved.</summary>
sealed record ContributionRow(
    ContributionKind Kind, long Row, string? Reference, string Donor, string Fund, DateOnly Date, Money.Amount Amount)
{
    /// <summary>What the cell says a payment settles: references of pledges, or "-" for the fund itself.</summary>
    public string? Pledge { get; init; }

    public Rung Status { get; init; } = Rung.Pledged;

    public ContributionForm Form { get; init; }

    public InstalmentPlan? Plan { get; init; }

    public string? Earmarking { get; init; }

    public string? Usd { get; init; }

    public string? Note { get; init; }
}
