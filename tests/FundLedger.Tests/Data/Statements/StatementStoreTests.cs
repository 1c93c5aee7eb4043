using FundLedger.Closing;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Reports;
using FundLedger.Reports.Board;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Statements;

public class StatementStoreTests
{
    const string Head = "fund,year,class,amount,support_rate,agreement\n";

    static IncomeStatement Statement(TestLedger test, int year) => IncomeStatement.Of(
        test.Ledger.Figures.Read(new DateOnly(year, 12, 31), test.Ledger.Journal.Known().Value, "VFTC"), [], year);

    [Fact]
    public void Support_costs_follow_the_fund_the_line_and_the_agreement()
    {
        using var test = new TestLedger();
        test.Ledger.Settings.Change("support-costs.agreements", "NOR-1=7", null, Clerk).ShouldBeDone();
        test.Ledger.Statements.Import(test.File("s.csv",
            Head + "VFTC,2025,Travel,100.00,,\nVFTC,2025,Staff,100.00,10,\nVFTC,2025,Grants,100.00,,nor-1\n"), Clerk).ShouldBeDone();
        var statement = Statement(test, 2025);
        (statement.Direct, statement.SupportCosts).ShouldBe((Amount.Usd(30_000), Amount.Usd(1300 + 1000 + 700)));
        test.Ledger.ShouldVerify();
    }

    [Fact]
    public void A_rate_that_cannot_be_read_and_a_one_sided_transfer_are_refused_with_their_place()
    {
        using var test = new TestLedger();
        var rate = test.Ledger.Statements.Import(test.File("s.csv", Head + "VFTC,2025,Travel,100.00,lots,\n"), Clerk).ShouldBeRefused();
        (rate.Row, rate.Column).ShouldBe((2, "support_rate"));
        test.Ledger.Statements.Import(test.File("t.csv", Head + "VFTC,2025,transfer,100.00,,\n"), Clerk).ShouldBeRefused().File.ShouldBe("t.csv");
        test.Ledger.Statements.Import(test.File("u.csv", Head + "VFTC,2025,transfer,100.00,,\nUPR-I,2025,transfer,-100.00,,\n"), Clerk)
            .ShouldBeDone();
    }

    [Fact]
    public void An_opening_that_is_not_the_closing_before_is_found_at_import_at_closing_and_in_the_report()
    {
        using var test = new TestLedger();
        var imported = test.Ledger.Statements.Import(test.File("s.csv",
            Head + "VFTC,2024,opening-balance,500.00,,\nVFTC,2024,interest,10.00,,\nVFTC,2025,opening-balance,512.00,,\nVFTC,2025,interest,1.00,,\n"),
            Clerk).ShouldBeDone();
        imported.Findings.ShouldBe(["VFTC 2025 opens with 512.00 USD, but the ledger closed 2024 with 510.00 USD"]);
        Statement(test, 2025).Closing.ShouldBe(Amount.Usd(51_100));

        var finding = test.Ledger.Closing.Checklist(2025).ShouldBeDone().Single(one => one.Kind == FindingKind.OpeningBalances);
        (finding.Detail, finding.Usd).ShouldBe(("VFTC", Amount.Usd(200)));
        test.Ledger.Closing.Checklist(2024).ShouldBeDone().ShouldNotContain(one => one.Kind == FindingKind.OpeningBalances);
        Texts(test).ShouldContain(text => text.StartsWith("The finance system states an opening balance of $512", StringComparison.Ordinal));
    }

    [Fact]
    public void The_operating_reserve_is_the_funds_share_of_planned_expenditure()
    {
        using var test = new TestLedger();
        test.Ledger.Statements.Import(test.File("s.csv", Head + "VFTC,2025,opening-balance,500.00,,\n"), Clerk).ShouldBeDone();
        Texts(test).ShouldNotContain(text => text.Contains("operating cash reserve", StringComparison.Ordinal));
        test.Ledger.Settings.Change("expenditure.planned", "VFTC:2025=4000", null, Clerk).ShouldBeDone();
        Texts(test).ShouldContain(text => text.Contains("is $600; the balance of $500 does not cover it", StringComparison.Ordinal));
    }

    static IEnumerable<string> Texts(TestLedger test) => BoardReport.Compose(test.Ledger.Boards
            .Read("VFTC", 2025, Day("2025-12-31"), test.Ledger.Journal.Known().Value).ShouldBeDone()).ShouldBeDone()
        .Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text);
}
