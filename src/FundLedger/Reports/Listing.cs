using System.Collections.Immutable;

namespace FundLedger.Reports;

/// <summary>
/// Rows too many to hold: columns, and detail rows that are read once, in order. Exports (CSV, XLSX, JSON) write it
/// as it passes, in constant memory.
/// </summary>
public sealed record Listing(string Name, ImmutableArray<Column> Columns, IEnumerable<ImmutableArray<Cell>> Rows);
