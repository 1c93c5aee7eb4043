using System.Globalization;
using FundLedger.Reports;
using FundLedger.Web.Wording;

namespace FundLedger.Web.Reports;

/// <summary>A document as a screen shows it: of a long table the first rows, its totals, and how many more stand in the files.</summary>
static class Shortened
{
    /// <summary>All Member States with their groups fit.</summary>
    const int MostRows = 300;

    internal static Document Of(Document document) => document with
    {
        Blocks = [.. document.Blocks.Select(block => block is TableBlock { Table: var table } && table.Rows.Length > MostRows
            ? new TableBlock(Of(table, document.Face.Language)) : block)],
    };

    static Table Of(Table table, string language)
    {
        var totals = table.Rows.Skip(MostRows).Where(row => row.Kind == RowKind.Total).ToArray();
        var left = table.Rows.Skip(MostRows).Count(row => row.Kind == RowKind.Detail);
        var note = Words.In(language).Say("report.more-rows", ("count", left.ToString(CultureInfo.InvariantCulture)));
        return table with { Rows = [.. table.Rows.Take(MostRows), .. totals], Notes = [note, .. table.Notes] };
    }
}
