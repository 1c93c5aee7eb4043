using System.Collections.Immutable;
using System.CommandLine;
using System.Security.Cryptography;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Reports;
using FundLedger.Pdf;
using FundLedger.Reporting;
using FundLedger.Reporting.Excel;
using FundLedger.Reports;

namespace FundLedger.Cli.Commands;

/// <summary>What a report was asked for, as it is put on record.</summary>
sealed record Asked(string Name, string Parameters, string? Fund, string? Donor, ReportBasis Basis);

/// <summary>Writes a composed report as the file that was asked for and puts it on record.</summary>
sealed class IssuedFiles
{
    readonly Option<string> _folder = Described.Usual("--out", "the folder to write to", "DIR", ".");
    readonly Option<string> _format = Described.Usual("--format", "pdf (the default) or xlsx", "FORMAT", "pdf");

    internal IssuedFiles() => _format.AcceptOnlyFromAmong("pdf", "xlsx");

    internal IEnumerable<Symbol> All => [_folder, _format];

    internal Outcome<ReportShown> Issue(
        Shell shell, ParseResult parse, Ledger ledger, Asked asked, string fileName, ComposedReport report)
    {
        var file = FileOf(report, parse.GetRequiredValue(_format), fileName);
        return OnRecord(shell, parse, ledger, asked, file).Then<ReportShown>(_ =>
            ReportShown.Of(ReportOptions.Save(parse.GetRequiredValue(_folder), file), asked.Basis, report.Tables));
    }

    internal static ReportFile FileOf(ComposedReport report, string format, string name) => format == "xlsx"
        ? new ReportFile(name + ".xlsx", report.Workbook.Face.Id, WorkbookWriter.Write(report.Workbook))
        : new ReportFile(name + ".pdf", report.Document.Face.Id, PdfWriter.Write(report.Document));

    /// <summary>
    /// Puts a report on record before it is handed out. Who may only read gets it too, and so does who asks
    /// a standby; it is then on record nowhere.
    /// </summary>
    internal static Outcome<ReportFile> OnRecord(Shell shell, ParseResult parse, Ledger ledger, Asked asked, ReportFile file)
    {
        var author = shell.Author(parse) with { RequestKey = null };
        if (!ledger.CanWrite && !shell.IsJson(parse)) shell.Terminal.Say("The ledger can only be read here: the report is on no record.");
        if (!ledger.Reports.KeepsThoseOf(author.Name)) return file;
        return ledger.Reports.Issue(new MadeReport(file.DocumentId, asked.Name, asked.Parameters, asked.Fund, asked.Donor,
            asked.Basis, SHA256.HashData(file.Bytes)), author).Then<ReportFile>(_ => file);
    }
}

/// <summary>What was written, and every table of it by its name with the names of its columns.</summary>
sealed record ReportShown(
    string File, string Document, DateOnly AsAt, DateTimeOffset AsKnownOn, long Entry, string Seal,
    Dictionary<string, ImmutableArray<Dictionary<string, object?>>> Tables)
{
    internal static ReportShown Of(Saved saved, ReportBasis basis, ImmutableArray<Table> tables) => new(
        saved.File, saved.Document, basis.AsAt, basis.AsKnownOn, basis.Entry, basis.Seal,
        tables.ToDictionary(table => table.Name, Rows));

    internal void Print(Shell shell) => shell.Terminal.Say($"Wrote {File} ({Document}).");

    static ImmutableArray<Dictionary<string, object?>> Rows(Table table) =>
    [
        .. table.Rows.Where(row => row.Kind != RowKind.Group).Select(row =>
        {
            var named = new Dictionary<string, object?> { ["row"] = row.Kind };
            for (var i = 0; i < table.Columns.Length; i++) named[table.Columns[i].Key] = ValueOf(row.Cells[i]);
            return named;
        }),
    ];

    static object? ValueOf(Cell cell) => cell switch
    {
        AmountCell amount => amount.Amount,
        CountCell count => count.Count,
        PercentCell share => new decimal(share.PerMille) / 10,
        RateCell rate => rate.Rate,
        DateCell day => day.Day,
        TextCell text => text.Text,
        _ => null,
    };
}
