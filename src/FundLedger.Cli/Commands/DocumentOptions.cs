using System.CommandLine;
using FundLedger.Pdf;
using FundLedger.Reporting;
using FundLedger.Reporting.Excel;
using FundLedger.Reports;

namespace FundLedger.Cli.Commands;

/// <summary>The options of reports that are made as PDF or as a spreadsheet, and the writing of them.</summary>
sealed class DocumentOptions
{
    readonly Option<string> _folder =
        new("--out") { Description = "the folder to write to", HelpName = "DIR", DefaultValueFactory = _ => "." };

    readonly Option<string> _format =
        new("--format") { Description = "pdf (the default) or xlsx", HelpName = "FORMAT", DefaultValueFactory = _ => "pdf" };

    internal DocumentOptions() => _format.AcceptOnlyFromAmong("pdf", "xlsx");

    internal IEnumerable<Symbol> All => [_folder, _format];

    internal Symbol Folder => _folder;

    /// <summary>Writes the document or the workbook, whichever was asked for, under the name given.</summary>
    internal Saved Save(ParseResult parse, string name, Func<Document> document, Func<Workbook> workbook)
    {
        if (parse.GetRequiredValue(_format) != "xlsx") return Save(parse, name, document());
        var book = workbook();
        return ReportOptions.Save(parse.GetRequiredValue(_folder),
            new ReportFile(FileNames.Safe(name) + ".xlsx", book.Face.Id, WorkbookWriter.Write(book)));
    }

    internal Saved Save(ParseResult parse, string name, Document document) => ReportOptions.Save(
        parse.GetRequiredValue(_folder), new ReportFile(FileNames.Safe(name) + ".pdf", document.Face.Id, PdfWriter.Write(document)));
}
