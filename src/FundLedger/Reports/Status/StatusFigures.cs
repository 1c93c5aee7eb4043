namespace FundLedger.Reports.Status;

/// <summary>What a status is made from, up to a day.</summary>
/// <param name="ByDonor">Each donor's figures to each fund; a year that is asked for apart, all years before it in year 0.</param>
/// <param name="ByYear">Each fund's figures in each year.</param>
public sealed record StatusFigures(Figures ByDonor, Figures ByYear);
