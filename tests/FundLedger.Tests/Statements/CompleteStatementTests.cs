using System.Collections.Immutable;
using CsCheck;
using FundLedger.Money;
using FundLedger.Statements;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Statements;

public class CompleteStatementTests
{
    static StatedLine Line(StatementClass kind, decimal usd, int? rate = null, string fund = "VFTC", int year = 2025) =>
        new(new StatementLine(fund, year, kind, "label", Amount.Usd(decimal.ToInt64(usd * 100)), null), rate);

    static CompletedStatement Complete(Amount? closing, params ImmutableArray<StatedLine> lines) => CompleteStatement.Of(lines, 1300, closing);

    static decimal[] Costs(CompletedStatement statement) =>
        [.. statement.Lines.Where(line => line.Class == StatementClass.SupportCosts).Select(line => line.Usd.ToDecimal())];

    [Fact]
    public void Support_costs_that_are_missing_are_computed_at_the_rate_of_each_line_and_rounded_once()
    {
        Costs(Complete(null, Line(StatementClass.Expenditure, 0.04m), Line(StatementClass.Expenditure, 0.04m))).ShouldBe([0.01m]);
        Costs(Complete(null, Line(StatementClass.Expenditure, 100), Line(StatementClass.Expenditure, 100, 700), Line(StatementClass.Interest, 50)))
            .ShouldBe([20m]);
        Costs(Complete(null, Line(StatementClass.Expenditure, 100, 0))).ShouldBeEmpty();
        Costs(Complete(null, Line(StatementClass.Interest, 100))).ShouldBeEmpty();
    }

    [Fact]
    public void Support_costs_that_are_given_are_checked_and_never_doubled()
    {
        var right = Complete(null, Line(StatementClass.Expenditure, 1000), Line(StatementClass.SupportCosts, 131));
        Costs(right).ShouldBe([131m]);
        right.Findings.ShouldBeEmpty("finance systems state whole dollars");

        var odd = Complete(null, Line(StatementClass.Expenditure, 1000), Line(StatementClass.SupportCosts, 131.01m));
        Costs(odd).ShouldBe([131.01m]);
        odd.Findings.ShouldBe(["support costs of VFTC 2025 are given as 131.01 USD, but the rates on expenditure come to 130.00 USD"]);
    }

    [Fact]
    public void Support_costs_are_within_half_a_cent_of_the_exact_product_whatever_the_lines() =>
        Gen.Select(Gen.Long[0, 1_000_000_000], Gen.Int[0, 10_000]).Array[1, 40].Sample(lines =>
        {
            var costs = SupportCosts.On(lines.Select(line => (Amount.Usd(line.Item1), line.Item2)));
            var exact = lines.Aggregate(Int128.Zero, (sum, line) => sum + ((Int128)line.Item1 * line.Item2));
            Int128.Abs(((Int128)costs.MinorUnits * 10_000) - exact).ShouldBeLessThanOrEqualTo(5_000);
        });

    [Fact]
    public void An_opening_balance_is_compared_with_the_closing_before_and_not_posted_again()
    {
        Complete(null, Line(StatementClass.OpeningBalance, 10)).Lines.Single().Class.ShouldBe(StatementClass.OpeningBalance);
        var equal = Complete(Amount.Usd(1000), Line(StatementClass.OpeningBalance, 10));
        (equal.Lines.Single().Class, equal.Findings.Length).ShouldBe((StatementClass.StatedOpening, 0));
        RecordStatement.Decide("VFTC", 2025, equal.Lines).ShouldBeDone().Postings.ShouldBeEmpty();
        Complete(Amount.Usd(999), Line(StatementClass.OpeningBalance, 10)).Findings
            .ShouldBe(["VFTC 2025 opens with 10.00 USD, but the ledger closed 2024 with 9.99 USD"]);
    }

    [Fact]
    public void Transfers_come_to_nothing_over_the_funds_year_by_year()
    {
        StatementLine[] paired = [Line(StatementClass.Transfer, -5).Line, Line(StatementClass.Transfer, 5, fund: "UPR-I").Line];
        CompleteStatement.Objection(paired).ShouldBeNull();
        CompleteStatement.Objection([.. paired, Line(StatementClass.Transfer, 1).Line])!.Message.ShouldContain("come to 1.00 USD");
        CompleteStatement.Objection([paired[0], paired[1] with { Year = 2024 }]).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("NOR-2022")]
    [InlineData("NOR-2022=x")]
    [InlineData("=7")]
    public void Rates_of_agreements_that_cannot_be_read_are_refused(string text) => SupportCosts.Agreements(text).ShouldBeRefused();

    [Fact]
    public void Plans_are_read_by_fund_and_year()
    {
        PlannedExpenditure.Parse("VFTC:2026=22000000 upr-p:2026=10.50").ShouldBeDone()[("UPR-P", 2026)].ShouldBe(Amount.Usd(1050));
        PlannedExpenditure.Parse("VFTC=1").ShouldBeRefused();
    }
}
