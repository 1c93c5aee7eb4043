using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Money;
using FundLedger.Reporting.Exports;
using FundLedger.Web.Lists;

namespace FundLedger.Web.Reports;

/// <summary>Data for publishing, which is no report: it has no id, and is on no record.</summary>
static class IatiFiles
{
    internal static Outcome<MadeFile> Make(Ledger ledger, ReportAsked asked) =>
        ledger.Iati.Read(asked.Fund, asked.AsAt, asked.Known).Then<MadeFile>(read => new MadeFile(
            $"iati-{asked.Fund ?? "all"}-{DayText.Iso(asked.AsAt)}.xml", PassingFile.Of(stream => IatiWriter.Write(read, stream)),
            (_, _) => false));
}
