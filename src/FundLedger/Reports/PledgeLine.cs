using FundLedger.Money;
using FundLedger.Pledges;

namespace FundLedger.Reports;

/// <summary>One pledge with what became of it, in its own currency and in US$.</summary>
public sealed record PledgeLine(
    long Entry, string Reference, string Fund, string Donor, DateOnly Date, Rung Rung, ContributionForm Form,
    Amount Original, Amount OriginalUsd, Amount Promised, Amount Paid, Amount WrittenOff, Amount Outstanding,
    Amount OutstandingUsd, decimal Rate, DateOnly RateDate, string? Earmarking, string? Note)
{
    public Currency Currency => Original.Currency;

    /// <summary>The day the oldest open instalment falls due; none where nothing is open.</summary>
    public DateOnly? NextDue { get; init; }
}
