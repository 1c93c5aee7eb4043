using FundLedger.Money;
using FundLedger.Pdf;
using FundLedger.Reports;
using FundLedger.Reports.Brief;
using FundLedger.Tests.Data;
using Shouldly;
using UglyToad.PdfPig;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Reports.Brief;

public class BriefReportTests
{
    static TestLedger WithYears()
    {
        var test = new TestLedger();
        test.Ledger.Promise("P-1", "2024-01-10", Euro(9_000_000));
        test.Ledger.Pay("R-1", "2024-03-01", Euro(4_000_000), "P-1");
        test.Ledger.Pay("R-2", "2025-03-01", Euro(1_000_000), "P-1");
        foreach (var (fund, i) in new[] { "UPR-P", "LDC-SIDS", "UPR-I" }.Select((fund, i) => (fund, i)))
            test.Ledger.Payments.Add(new FundLedger.Payments.NewPayment("SWE", fund, Day("2025-07-01"), Euro(88_000 * (i + 1))) { Reference = fund },
                [], Clerk).ShouldBeDone();
        return test;
    }

    static BriefMaterial Read(TestLedger test, int year = 2025, string asAt = "2025-12-31") =>
        test.Ledger.Briefs.Read(year, Day(asAt), test.Ledger.Journal.Known().Value).ShouldBeDone();

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("es")]
    public void The_brief_is_exactly_one_page(string language)
    {
        using var test = WithYears();
        var material = Read(test);
        var report = BriefReport.Compose(material with { Board = material.Board with { Language = language } }).ShouldBeDone();
        using var pdf = PdfDocument.Open(PdfWriter.Write(report.Document));
        pdf.NumberOfPages.ShouldBe(1);
        report.Document.Blocks.OfType<ChartBlock>().Count().ShouldBe(1);
    }

    [Fact]
    public void An_empty_ledger_has_a_brief_of_one_page_too()
    {
        using var test = new TestLedger();
        using var pdf = PdfDocument.Open(PdfWriter.Write(BriefReport.Compose(Read(test)).ShouldBeDone().Document));
        pdf.NumberOfPages.ShouldBe(1);
    }

    [Fact]
    public void Its_figures_are_those_of_the_funds_with_what_is_overdue_to_the_day()
    {
        using var test = WithYears();
        static Amount Total(BriefMaterial material, int column) => ((AmountCell)BriefReport.Compose(material).ShouldBeDone().Tables
            .Single(table => table.Name == "brief").Rows[^1].Cells[column]).Amount;
        var material = Read(test);
        Total(material, 1).ShouldBe(material.Board.Figures.InYear(2025).Total().Received);
        Total(material, 5).ShouldBe(material.Board.Figures.Total().Outstanding, "all of it fell due in 2024");
        Total(Read(test, 2024, "2024-01-10"), 5).ShouldBe(Amount.Usd(0), "what falls due on the day is not overdue");
        BriefReport.Compose(material with { Claims = [] }).ShouldBeRefused();
    }
}
