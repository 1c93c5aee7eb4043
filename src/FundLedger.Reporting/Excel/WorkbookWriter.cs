using ClosedXML.Excel;
using FundLedger.Reports;

namespace FundLedger.Reporting.Excel;

/// <summary>
/// Writes a workbook as .xlsx: real figures and days with formats, sums as formulas with their results stored, frozen
/// headings, filters, and pages that print. Equal workbooks give equal bytes, in any culture.
/// </summary>
public static class WorkbookWriter
{
    public static byte[] Write(Workbook workbook)
    {
        using var book = new XLWorkbook();
        book.Style.Font.SetFontName(SheetStyle.Font).Font.SetFontSize(SheetStyle.FontSize);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var results = new List<List<string>>();
        foreach (var sheet in workbook.Sheets)
        {
            var writer = new SheetWriter(book.Worksheets.Add(UniqueName(sheet.Name, names)), sheet, workbook.Face);
            writer.Write();
            results.Add(writer.Results);
        }

        book.Worksheet(1).SetTabActive();
        using var saved = new MemoryStream();
        book.SaveAs(saved);
        return FinishedPackage.Of(saved, workbook.Face, results);
    }

    static string UniqueName(string name, HashSet<string> taken)
    {
        var unique = SheetName.Of(name);
        for (var number = 2; !taken.Add(unique); number++)
            unique = SheetName.Of(name, FormattableString.Invariant($" {number}"));
        return unique;
    }
}
