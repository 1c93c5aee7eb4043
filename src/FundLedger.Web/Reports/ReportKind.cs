using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Reporting;
using FundLedger.Reports;
using FundLedger.Reports.Board;

namespace FundLedger.Web.Reports;

/// <summary>A file that a report can be had as: <c>pdf</c>, and how it is made.</summary>
public sealed record ReportForm(string Extension, Func<Ledger, ReportAsked, Outcome<ReportFile>> Make);

/// <summary>
/// A kind of report: its key (its name is the text <c>report.KEY</c> of the wording), how it is composed for the screen, and
/// the files it can be had as, the usual one first.
/// </summary>
public sealed record ReportKind(string Key, Func<Ledger, ReportAsked, Outcome<Document>> Compose, params ImmutableArray<ReportForm> Forms)
{
    /// <summary>How many contributions and pledges a workbook lists; the export has no limit.</summary>
    const int MostRowsOfWorkbook = 5000;

    /// <summary>All kinds: another kind is another line.</summary>
    public static ImmutableArray<ReportKind> All { get; } =
    [
        new("board", (ledger, asked) => Board(ledger, asked).Then(BoardReport.Compose),
            new ReportForm("pdf", (ledger, asked) => Board(ledger, asked).Then(ReportFile.BoardPdf)),
            new ReportForm("xlsx", (ledger, asked) => asked.Material(ledger, MostRowsOfWorkbook).Then<ReportFile>(material =>
                ReportFile.Workbook(material)))),
    ];

    public static ReportKind? Find(string? key) => All.FirstOrDefault(kind => kind.Key == key);

    static Outcome<BoardMaterial> Board(Ledger ledger, ReportAsked asked) => asked.Material(ledger, BoardMaterial.MostContributions);
}
