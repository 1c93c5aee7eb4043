using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Journal;
using FundLedger.Reporting;
using FundLedger.Reports;

namespace FundLedger.Web.Reports;

/// <summary>
/// A file that is ready to be handed out: its name, its bytes from their beginning, and how it is put on record before it is.
/// </summary>
public sealed record MadeFile(string Name, Stream Bytes, Func<Ledger, Author, Outcome<bool>> Keep)
{
    internal static MadeFile Of(ReportQuestion question, ReportFile file) => new(file.Name, new MemoryStream(file.Bytes, writable: false),
        (ledger, author) => ledger.Reports.Keep(question, file.DocumentId, file.Bytes, author));
}
