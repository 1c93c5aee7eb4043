using System.Globalization;
using FundLedger.Checks;
using FundLedger.Html;
using FundLedger.Pdf;
using FundLedger.Reporting.Excel;
using FundLedger.Reports;
using FundLedger.Reports.Board;
using FundLedger.Reports.Workbooks;

namespace FundLedger.Reporting;

/// <summary>A report as a file: a name to save it under, the document's id, and the bytes.</summary>
public sealed record ReportFile(string Name, string DocumentId, byte[] Bytes)
{
    /// <summary>The Board's report as PDF.</summary>
    public static Outcome<ReportFile> BoardPdf(BoardMaterial material) => BoardReport.Compose(material).Then<ReportFile>(document =>
        new ReportFile(NameOf("board", material, "pdf"), document.Face.Id, PdfWriter.Write(document)));

    /// <summary>The Board's report as a page of its own, for screens and for people who listen to it.</summary>
    public static Outcome<ReportFile> BoardHtml(BoardMaterial material) => BoardReport.Compose(material).Then<ReportFile>(document =>
        new ReportFile(NameOf("board", material, "html"), document.Face.Id,
            System.Text.Encoding.UTF8.GetBytes(HtmlWriter.Write(document))));

    /// <summary>The donor workbook.</summary>
    public static ReportFile Workbook(BoardMaterial material)
    {
        var workbook = DonorWorkbook.Compose(material);
        return new ReportFile(NameOf("donors", material, "xlsx"), workbook.Face.Id, WorkbookWriter.Write(workbook));
    }

    static string NameOf(string report, BoardMaterial material, string extension)
    {
        var fund = material.Funds.Length == 1 ? material.Funds[0].Code : "all";
        var language = material.Language == "en" ? "" : "-" + material.Language;
        return string.Create(CultureInfo.InvariantCulture, $"{report}-{fund}-{material.Year}{language}.{extension}");
    }
}
