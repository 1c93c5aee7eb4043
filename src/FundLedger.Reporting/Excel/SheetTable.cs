using System.Globalization;
using ClosedXML.Excel;
using FundLedger.Reports;

namespace FundLedger.Reporting.Excel;

/// <summary>Makes rows that can be sorted and filtered out of a table: a spreadsheet's own table where it can be one.</summary>
static class SheetTable
{
    internal static void Mark(IXLWorksheet sheet, Table table, int heading)
    {
        var rows = table.Rows.Length;
        while (rows > 0 && table.Rows[rows - 1].Kind == RowKind.Total) rows--;
        var range = sheet.Range(heading, 1, heading + rows, table.Columns.Length);
        if (!CanBeTable(table, rows))
        {
            range.SetAutoFilter();
            return;
        }

        var made = range.CreateTable("Table" + sheet.Position.ToString(CultureInfo.InvariantCulture));
        made.Theme = XLTableTheme.None;
    }

    // A spreadsheet's table needs a row, headings that differ, and nothing between its rows.
    static bool CanBeTable(Table table, int rows) =>
        rows > 0 && table.Rows.Take(rows).All(row => row.Kind == RowKind.Detail)
        && table.Columns.All(column => column.Heading.Length > 0 && !column.Heading.Any(char.IsControl))
        && table.Columns.DistinctBy(column => column.Heading, StringComparer.OrdinalIgnoreCase).Count() == table.Columns.Length;
}
