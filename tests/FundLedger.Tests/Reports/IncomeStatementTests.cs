using FundLedger.Reports;
using FundLedger.Statements;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Reports.PaperLedger;

namespace FundLedger.Tests.Reports;

public class IncomeStatementTests
{
    [Fact]
    public void A_year_begins_with_what_the_years_before_left()
    {
        var ledger = new PaperLedger();
        ledger.State("VFTC", 2023, (StatementClass.OpeningBalance, "opening-balance", 1_000),
            (StatementClass.Interest, "interest", 5), (StatementClass.Transfer, "transfer", -2));
        ledger.Pay("NOR", "VFTC", "2024-05-01", Usd(300), 0);
        ledger.State("VFTC", 2024, (StatementClass.Expenditure, "Travel", 100),
            (StatementClass.Expenditure, "travel ", 1),
            (StatementClass.Expenditure, "Staff", 50), (StatementClass.SupportCosts, "support-costs", 20),
            (StatementClass.Miscellaneous, "miscellaneous", 3), (StatementClass.Adjustment, "adjustment", -4));
        var material = ledger.Material(2024, "2024-12-31", "VFTC");

        var first = IncomeStatement.Of(material.Figures, material.Statement, 2023);
        var second = IncomeStatement.Of(material.Figures, material.Statement, 2024);

        (first.Opening, first.BroughtIn, first.Closing).ShouldBe((Usd(0), Usd(1_000), Usd(1_003)));
        (second.Opening, second.Income, second.Expenditure, second.Net)
            .ShouldBe((Usd(1_003), Usd(303), Usd(171), Usd(132)));
        second.Closing.ShouldBe(Usd(1_003 + 132 - 4));
        second.Classes.ShouldBe([("Travel", Usd(101)), ("Staff", Usd(50))]);
        IncomeStatement.Assets(material.Figures, 2024).ShouldBe(second.Closing);
    }

    [Fact]
    public void A_receivable_given_up_lowers_the_balance_and_no_contribution()
    {
        var ledger = new PaperLedger();
        var pledge = ledger.Pledge("NOR", "VFTC", "2025-01-01", Usd(100));
        ledger.WriteOff(pledge, "2025-06-01", Usd(30));

        var statement = IncomeStatement.Of(ledger.Figures(Day("2025-12-31")), [], 2025);

        (statement.Contributions, statement.WriteOffs, statement.Closing).ShouldBe((Usd(100), Usd(30), Usd(70)));
    }
}
