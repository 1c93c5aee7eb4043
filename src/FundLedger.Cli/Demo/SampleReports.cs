using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Journal;
using FundLedger.Data.Letters;
using FundLedger.Pdf;
using FundLedger.Reporting;
using FundLedger.Reports;
using FundLedger.Reports.Brief;
using FundLedger.Reports.Donors;
using FundLedger.Reports.Letters;
using FundLedger.Reports.Receivables;

namespace FundLedger.Cli.Demo;

/// <summary>Of the sample ledger: one of each report beside the Board's, and letters and statements of one donor only.</summary>
static class SampleReports
{
    const string Donor = "IRL";
    const string Payment = "POL-2025-EXTRA-P1";

    internal static Outcome<ImmutableArray<(ReportFile File, string What)>> Make(Ledger ledger, int year, DateOnly asAt, Knowledge known)
    {
        var made = ImmutableArray.CreateBuilder<(ReportFile, string)>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        void Add(Outcome<ReportFile> file, string what)
        {
            if (file.IsRefused) problems.AddRange(file.Problems);
            else made.Add((file.Value, what));
        }

        Add(Pdf("brief-2025", ledger.Briefs.Read(year, asAt, known).Then(BriefReport.Compose)), "the one-page brief for March");
        Add(Pdf("donors-base-all-2025", ledger.Boards.Read(null, year, asAt, known, 0).Then(DonorBaseReport.Compose)),
            "who gave, came back, stayed away or never gave");
        Add(Pdf("ageing-all-2025-12-31", ledger.Receivables.Read(null, asAt, known).Then(AgeingReport.Compose)), "receivables by age");
        Add(Pdf("receivables-all-2025-12-31", ledger.Receivables.Read(null, asAt, known).Then(ReceivablesReport.Compose)),
            "open instalments, current and non-current");
        Add(Pdf($"statement-{Donor}-2025-12-31", ledger.DonorStatements.Read(Donor, null, null, asAt, known)
            .Then(DonorStatement.Compose)),
            "the statement of one donor");
        Add(ledger.Letters.Acknowledgement(Payment, "fr", asAt, known).Then(material => AcknowledgementLetter.Compose(material)
            .Then<ReportFile>(letter => FileOf(MadeLetter.Of(material, letter.Face.Id, PdfWriter.Write(letter))))),
            "a letter of thanks in French");
        return problems.Count > 0 ? new Refusal(problems.ToImmutable()) : made.ToImmutable();
    }

    static Outcome<ReportFile> Pdf(string name, Outcome<ComposedReport> report) =>
        report.Then<ReportFile>(composed => ReportFile.Of(composed, name, "pdf"));

    static ReportFile FileOf(MadeLetter letter) => new(letter.FileName, letter.Id, letter.Bytes);
}
