using FundLedger.Data.Checks;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Reports;

public class FigureStoreTests
{
    [TheoryOnEachEngine]
    [InlineData("usd = usd + 1")]
    [InlineData("donor = 'SWE'")]
    [InlineData("year = year + 1")]
    [InlineData("fund = 'UPR-I'")]
    public void Figures_that_do_not_balance_are_never_shown(string change)
    {
        using var test = new TestLedger();
        test.Ledger.Pledges.Add(new NewPledge("NOR", "VFTC", Day("2025-01-10"), Euro(1000)) { Status = Rung.Signed }, Clerk).ShouldBeDone();
        var known = test.Ledger.Journal.Known().Value;
        test.Ledger.Figures.Read(Day("2025-12-31"), known).Rows.ShouldNotBeEmpty();

        using (var program = new ForeignProgram(test.Address)) program.Keep($"UPDATE total SET {change} WHERE account = 'receivable'");

        Should.Throw<DamagedLedgerException>(() => test.Ledger.Figures.Read(Day("2026-12-31"), known)).Message.ShouldContain("do not balance");
    }
}
