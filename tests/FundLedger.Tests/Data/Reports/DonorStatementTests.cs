using FundLedger.Money;
using FundLedger.Reports;
using FundLedger.Reports.Donors;
using FundLedger.Pledges;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Reports;

public class DonorStatementTests
{
    static TestLedger WithYears()
    {
        var test = new TestLedger();
        test.Ledger.Promise("P-OLD", "2023-01-10", Euro(900));
        test.Ledger.Pay("R-OLD", "2023-03-01", Euro(900), "P-OLD");
        test.Ledger.Promise("P-OPEN", "2023-02-10", Euro(450));
        test.Ledger.Promise("P-ANN", "2025-02-10", Euro(95), Rung.Announced);
        test.Ledger.Promise("P-NEW", "2025-01-10", Euro(950));
        test.Ledger.Pay("R-NEW", "2025-03-01", Euro(190), "P-NEW");
        test.Ledger.Pay("R-FREE", "2025-07-01", Euro(88));
        test.Ledger.Payments.Refund("R-FREE", Euro(44), Day("2025-08-01"), "too much", Clerk).ShouldBeDone();
        return test;
    }

    static DonorStatementMaterial Read(TestLedger test, int? from, string asAt = "2025-12-31") =>
        test.Ledger.DonorStatements.Read("Norway", from, null, Day(asAt), test.Ledger.Journal.Known().Value).ShouldBeDone();

    static Amount Total(ComposedReport report, string table, string column)
    {
        var found = report.Tables.Single(one => one.Name == table);
        var index = found.Columns.Select(one => one.Key).ToList().IndexOf(column);
        return ((AmountCell)found.Rows[^1].Cells[index]).Amount;
    }

    [Fact]
    public void A_statement_lists_the_pledges_of_the_period_and_older_ones_that_are_open()
    {
        using var test = WithYears();
        var report = DonorStatement.Compose(Read(test, 2025)).ShouldBeDone();
        report.Tables.Single(table => table.Name == "pledges").Rows.SkipLast(1).Select(row => ((TextCell)row.Cells[1]).Text)
            .ShouldBe(["P-OPEN", "P-NEW", "P-ANN"]);
        Total(report, "payments", "usd").ShouldBe(Amount.Usd(20000 + 5000));
        Total(report, "years", "pledged").ShouldBe(Amount.Usd(100_000));
        DonorStatement.Compose(Read(test, null)).ShouldBeDone().Tables.Single(table => table.Name == "pledges").Rows.Length.ShouldBe(5);
    }

    [Fact]
    public void What_a_statement_lists_must_come_to_the_journals_figures()
    {
        using var test = WithYears();
        var material = Read(test, 2025);
        DonorStatement.Compose(material with { Pledges = material.Pledges.RemoveAll(line => line.Reference == "P-OPEN") }).ShouldBeRefused();
        DonorStatement.Compose(material with { Contributions = [] }).ShouldBeRefused();
        DonorStatement.Compose(material with { From = 2026 }).ShouldBeRefused();
    }

    [Fact]
    public void A_statement_as_at_an_earlier_day_is_what_stood_then()
    {
        using var test = WithYears();
        var report = DonorStatement.Compose(Read(test, 2025, "2025-02-28")).ShouldBeDone();
        report.Document.Face.AsAt.ShouldBe(Day("2025-02-28"));
        report.Tables.ShouldNotContain(table => table.Name == "payments");
        Total(report, "years", "received").ShouldBe(Amount.Usd(0));
    }
}
