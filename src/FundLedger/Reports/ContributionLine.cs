using FundLedger.Money;

namespace FundLedger.Reports;

/// <summary>What a line of the list of contributions tells of.</summary>
public enum ContributionLineKind
{
    Payment,

    /// <summary>A payment that was undone; its amount is negative.</summary>
    Reversal,
    Refund,
    InKind,
}

/// <summary>
/// One movement of money or goods, as the annex of a Board's report and the workbook list it, with the rate that values
/// it. <see cref="WholeDollars"/> is rounded once from the exact quotient, as published tables do.
/// </summary>
public sealed record ContributionLine(
    long Entry, ContributionLineKind Kind, string Reference, string Fund, string Donor, DateOnly Date, Amount Amount,
    Amount Usd, long WholeDollars, decimal Rate, DateOnly RateDate, string? Pledge, string? Earmarking);
