using FundLedger.Data.Checks;
using FundLedger.Funds;
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
    /// <summary>The desk gives a ledger from one person to the next, with other funds.</summary>
    [OnEachEngine]
    public void What_was_read_for_one_person_is_not_shown_to_another()
    {
        using var test = new TestLedger();
        foreach (var fund in new[] { "VFTC", "UPR-I" })
            test.Ledger.Pledges.Add(new NewPledge("NOR", fund, Day("2025-01-10"), Euro(1000)), Clerk).ShouldBeDone();
        var known = test.Ledger.Journal.Known().Value;
        string[] Seen() => [.. test.Ledger.Figures.Read(Day("2025-12-31"), known).Rows.Select(row => row.Fund).Distinct().Order()];

        Seen().ShouldBe(["UPR-I", "VFTC"]);
        test.Ledger.Scope = FundScope.For(["UPR-I"]);
        Seen().ShouldBe(["UPR-I"]);
        test.Ledger.Scope = FundScope.None;
        Seen().ShouldBeEmpty();
        test.Ledger.Scope = FundScope.All;
        Seen().ShouldBe(["UPR-I", "VFTC"]);
    }

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
