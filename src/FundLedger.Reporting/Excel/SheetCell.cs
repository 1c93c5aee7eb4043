using ClosedXML.Excel;
using FundLedger.Reporting.Exports;
using FundLedger.Reports;

namespace FundLedger.Reporting.Excel;

/// <summary>Writes one cell: a figure, a day or text, which is never a formula whatever it begins with.</summary>
static class SheetCell
{
    const int LongestText = XlsxText.LongestText;
    static readonly DateOnly FirstDay = new(1900, 3, 1);

    internal static void Write(IXLCell cell, Cell content, ColumnKind kind, string? formula)
    {
        if (content is TextCell text)
        {
            WriteText(cell, text.Text);
            cell.Style.Alignment.WrapText = SheetColumns.Lines(text.Text, cell.WorksheetColumn().Width) > 1;
            return;
        }

        if (formula is not null) cell.FormulaA1 = formula;
        else if (content is DateCell { Day: var day } && day >= FirstDay) cell.SetValue(day.ToDateTime(TimeOnly.MinValue));
        else if (Figure.Of(content) is { } number) cell.SetValue(number);
        else
        {
            WriteText(cell, content is DateCell old ? SheetPrint.Iso(old.Day) : Figure.Shown(content, kind));
            return;
        }

        cell.Style.NumberFormat.Format = Figure.FormatOf(content, kind);
    }

    internal static void WriteText(IXLCell cell, string text)
    {
        var clean = PlainText.Clean(text).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (clean.Length > LongestText) clean = clean[..(LongestText - 1)] + "…";
        if (clean.Length > 0) cell.SetValue(clean);
        if (FormulaText.IsRisky(clean)) cell.Style.IncludeQuotePrefix = true;
    }
}
