using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Journal;

namespace FundLedger.Web.Reports;

/// <summary>Makes a report as a file and puts it on record before it is handed out.</summary>
static class Issuing
{
    internal static Outcome<MadeFile> Issue(Ledger ledger, ReportForm form, ReportAsked asked, Author author) =>
        form.Make(ledger, asked).Then(file =>
        {
            var kept = file.Keep(ledger, author);
            if (!kept.IsRefused) return (Outcome<MadeFile>)file;
            file.Bytes.Dispose();
            return new Refusal(kept.Problems);
        });

    internal static string ContentType(string extension) => extension switch
    {
        "pdf" => "application/pdf",
        "html" => "text/html; charset=utf-8",
        "xml" => "application/xml",
        "zip" => "application/zip",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    };
}
