using System.Collections.Immutable;

namespace FundLedger.Reports;

/// <summary>
/// A spreadsheet before it has a form: sheets of tables, to be opened, filtered and added up by people. Two equal
/// workbooks give equal bytes.
/// </summary>
public sealed record Workbook(DocumentFace Face, ImmutableArray<Sheet> Sheets);

/// <summary>One sheet: a table, or only lines of text (<see cref="Lines"/>) where there is no table.</summary>
public sealed record Sheet(string Name, Table? Table)
{
    /// <summary>Plain lines under the title and above the table: what the sheet shows and on which basis.</summary>
    public ImmutableArray<string> Lines { get; init; } = [];

    /// <summary>How many columns on the left stay in view.</summary>
    public int FrozenColumns { get; init; } = 1;
}
