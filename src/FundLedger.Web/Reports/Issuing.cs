using System.Security.Cryptography;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Reports;
using FundLedger.Journal;
using FundLedger.Reporting;

namespace FundLedger.Web.Reports;

/// <summary>Makes a report as a file and puts it on record before it is handed out.</summary>
static class Issuing
{
    /// <summary>Who may only read, or asks a standby, gets the report too; it is then on record nowhere.</summary>
    internal static Outcome<ReportFile> Issue(Ledger ledger, ReportKind kind, ReportForm form, ReportAsked asked, Author author) =>
        form.Make(ledger, asked).Then(file => !ledger.Reports.KeepsThoseOf(author.Name) ? (Outcome<ReportFile>)file
            : ledger.Reports.Issue(new MadeReport(file.DocumentId, NameOf(kind, form), asked.Parameters, asked.Fund, null,
                ledger.Basis(asked.AsAt, asked.Known), SHA256.HashData(file.Bytes)), author).Then<ReportFile>(_ => file));

    internal static string ContentType(string extension) => extension switch
    {
        "pdf" => "application/pdf",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    };

    /// <summary>The name by which reports are known; the Board's figures as a spreadsheet are the donor workbook.</summary>
    static string NameOf(ReportKind kind, ReportForm form) => kind.Key == "board" && form.Extension == "xlsx" ? "workbook" : kind.Key;
}
