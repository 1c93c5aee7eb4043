using System.Collections.Immutable;
using FundLedger.Closing;
using FundLedger.Donors;
using FundLedger.Funds;
using FundLedger.Statements;

namespace FundLedger.Reports;

/// <summary>
/// Everything a Board's report or a donor workbook of one or more funds is made from, read once. The report is a pure
/// function of it.
/// </summary>
/// <param name="Basis">Day, knowledge and seal.</param>
/// <param name="Year">The financial year reported on.</param>
/// <param name="Funds">The funds reported on, in the order of resolution 36/28.</param>
/// <param name="Figures">All figures of these funds up to the day, all years.</param>
/// <param name="Donors">All donors of the ledger as then known, also those that never gave.</param>
/// <param name="Statement">The finance system's lines of these funds up to the year.</param>
public sealed record BoardMaterial(
    ReportBasis Basis, int Year, ImmutableArray<Fund> Funds, Figures Figures, DonorDirectory Donors,
    ImmutableArray<StatementLine> Statement)
{
    /// <summary>
    /// The contributions of the year, by fund, donor and day; at most <see cref="MostContributions"/>, the largest.
    /// </summary>
    public ImmutableArray<ContributionLine> Contributions { get; init; } = [];

    /// <summary>How many contributions the year has, of which the list may hold only the largest.</summary>
    public long ContributionCount { get; init; }

    /// <summary>
    /// Pledges that are open at the day or were made in the year; at most <see cref="MostContributions"/>, the
    /// largest.
    /// </summary>
    public ImmutableArray<PledgeLine> Pledges { get; init; } = [];


    /// <summary>How what was found when the year was closed was explained; empty while the year is open.</summary>
    public ImmutableArray<Finding> Closing { get; init; } = [];

    /// <summary>What is planned to be spent in the year, by fund, where the ledger is set so.</summary>
    public ImmutableDictionary<string, Money.Amount> Planned { get; init; } = ImmutableDictionary<string, Money.Amount>.Empty;

    /// <summary>Markdown that staff wrote in place of a section's own paragraphs, by the section's key.</summary>
    public ImmutableDictionary<string, string> Wording { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What only people can know of the front page.</summary>
    public FrontFacts Front { get; init; } = new();

    /// <summary>The language of the report, as a tag: en.</summary>
    public string Language { get; init; } = "en";

    /// <summary>A report lists at most this many contributions; the rest is summed, and stands in the export.</summary>
    public const int MostContributions = 400;

    /// <summary>A workbook lists at most this many contributions and pledges; the export has no limit.</summary>
    public const int MostOfWorkbook = 5000;
}
