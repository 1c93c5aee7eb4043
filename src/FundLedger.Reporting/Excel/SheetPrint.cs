using System.Globalization;
using ClosedXML.Excel;
using FundLedger.Reporting.Exports;
using FundLedger.Reports;

namespace FundLedger.Reporting.Excel;

/// <summary>How a sheet prints: A4 across, as wide as the page, headings and the document's identity on each page.</summary>
static class SheetPrint
{
    const int LongestTitle = 60;
    const double Margin = 0.5;

    internal static void SetUp(IXLWorksheet sheet, DocumentFace face, int heading, int lastRow, int columns)
    {
        var page = sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = XLPageOrientation.Landscape;
        page.FitToPages(1, 0);
        page.PrintAreas.Add(1, 1, lastRow, columns);
        if (heading > 0) page.SetRowsToRepeatAtTop(heading, heading);
        page.Margins.SetLeft(Margin).SetRight(Margin).SetTop(0.8).SetBottom(0.75).SetHeader(0.35).SetFooter(0.35);
        page.ScaleHFWithDocument = false;
        Text(page.Header.Left, face.Symbol ?? Cut(face.Title));
        if (face.Banner is { } banner) Text(page.Header.Center, Cut(banner));
        Text(page.Header.Right, $"{face.Words.AsAt} {Iso(face.AsAt)}");
        Text(page.Footer.Left, $"{face.Words.DocumentId} {face.Id}");
        Text(page.Footer.Center, $"{face.Words.Page} ");
        page.Footer.Center.AddText(XLHFPredefinedText.PageNumber);
        Text(page.Footer.Center, $" {face.Words.Of} ");
        page.Footer.Center.AddText(XLHFPredefinedText.NumberOfPages);
        Text(page.Footer.Right, $"{face.Words.Seal} {face.Seal}");
    }

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Iso(DateTimeOffset moment) =>
        moment.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // An ampersand begins a code in headers and footers, and digits at the start would be read as a size of letters.
    static void Text(IXLHFItem place, string text)
    {
        var safe = PlainText.Clean(text).Replace("&", "&&", StringComparison.Ordinal);
        place.AddText(safe.Length > 0 && char.IsDigit(safe[0]) ? " " + safe : safe).SetFontSize(7);
    }

    static string Cut(string text) => text.Length <= LongestTitle ? text : text[..(LongestTitle - 1)] + "…";
}
