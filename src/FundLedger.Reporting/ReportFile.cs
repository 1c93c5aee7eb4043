using System.Text;
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
        new ReportFile(ReportQuestion.Board(material).FileName + ".pdf", document.Face.Id, PdfWriter.Write(document)));

    /// <summary>The Board's report as a page of its own, for screens and for people who listen to it.</summary>
    public static Outcome<ReportFile> BoardHtml(BoardMaterial material) => BoardReport.Compose(material).Then<ReportFile>(document =>
        new ReportFile(ReportQuestion.Board(material).FileName + ".html", document.Face.Id,
            Encoding.UTF8.GetBytes(HtmlWriter.Write(document))));

    /// <summary>The donor workbook.</summary>
    public static ReportFile Workbook(BoardMaterial material)
    {
        var workbook = DonorWorkbook.Compose(material);
        return new ReportFile(ReportQuestion.Workbook(material).FileName + ".xlsx", workbook.Face.Id, WorkbookWriter.Write(workbook));
    }

    /// <summary>A composed report as <c>pdf</c> or <c>xlsx</c>, under a name without ending.</summary>
    public static ReportFile Of(ComposedReport report, string name, string extension) => extension == "xlsx"
        ? new ReportFile(name + ".xlsx", report.Workbook.Face.Id, WorkbookWriter.Write(report.Workbook))
        : new ReportFile(name + ".pdf", report.Document.Face.Id, PdfWriter.Write(report.Document));
}
