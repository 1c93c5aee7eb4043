using System.Collections.Immutable;
using System.CommandLine;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Reporting;
using FundLedger.Reports;

namespace FundLedger.Cli.Commands;

/// <summary>Writes a composed report as the file that was asked for and puts it on record.</summary>
sealed class IssuedFiles
{
    readonly Option<string> _folder = Described.Usual("--out", "the folder to write to", "DIR", ".");
    readonly Option<string> _format = Described.Usual("--format", "pdf (the default) or xlsx", "FORMAT", "pdf");

    internal IssuedFiles() => _format.AcceptOnlyFromAmong("pdf", "xlsx");

    internal IEnumerable<Symbol> All => [_folder, _format];

    internal Outcome<ReportShown> Issue(
        Shell shell, ParseResult parse, Ledger ledger, ReportQuestion question, ComposedReport report)
    {
        var file = ReportFile.Of(report, question.FileName, parse.GetRequiredValue(_format));
        return OnRecord(shell, parse, ledger, question, file).Then<ReportShown>(_ =>
            ReportShown.Of(ReportOptions.Save(parse.GetRequiredValue(_folder), file), question.Basis, report.Tables));
    }

    /// <summary>Puts a report on record before it is handed out, and says so where the ledger can only be read.</summary>
    internal static Outcome<ReportFile> OnRecord(
        Shell shell, ParseResult parse, Ledger ledger, ReportQuestion question, ReportFile file)
    {
        if (!ledger.CanWrite && !shell.IsJson(parse)) shell.Terminal.Say("The ledger can only be read here: the report is on no record.");
        return ledger.Reports.Keep(question, file.DocumentId, file.Bytes, shell.Author(parse) with { RequestKey = null })
            .Then<ReportFile>(_ => file);
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
