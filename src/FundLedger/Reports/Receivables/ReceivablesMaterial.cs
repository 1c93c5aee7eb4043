using System.Collections.Immutable;
using FundLedger.Donors;
using FundLedger.Funds;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Reports.Receivables;

/// <summary>What reports on receivables are made from: the open claims, and beside them what the journal says they come to.</summary>
/// <param name="Basis">Day, knowledge and seal.</param>
/// <param name="Funds">The funds reported on.</param>
/// <param name="Donors">The donors as then known.</param>
/// <param name="Claims">What signed agreements still owe, by fund, donor and day due.</param>
/// <param name="Figures">The figures of these funds up to the day: their receivable must be that of the claims.</param>
/// <param name="Allowance">The percentages for doubtful receivables, as then set.</param>
public sealed record ReceivablesMaterial(
    ReportBasis Basis, ImmutableArray<Fund> Funds, DonorDirectory Donors, ImmutableArray<OpenClaim> Claims, Figures Figures,
    AllowanceTable Allowance)
{
    /// <summary>The language of the report, as a tag: en, fr, es.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The receivable of a fund in the trial balance.</summary>
    public Amount Receivable(string fund) => Figures.OfFund(fund).Balance(Account.Receivable);
}
