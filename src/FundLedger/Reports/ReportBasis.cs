namespace FundLedger.Reports;

/// <summary>
/// What a report is made from: the day its figures stand at, and what the ledger knew: its last entry, when that was
/// recorded, and its seal. The same basis and parameters give the same bytes, whatever was posted since.
/// </summary>
public sealed record ReportBasis(DateOnly AsAt, long Entry, DateTimeOffset AsKnownOn, string Seal)
{
    /// <summary>A warning for each page, e.g. that the figures are invented; none for a real ledger.</summary>
    public string? Banner { get; init; }
}
