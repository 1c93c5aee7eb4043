using FundLedger.Data.Journal;
using FundLedger.Journal;
using FundLedger.Pledges;
using FundLedger.Reports;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Reports;

public class FigurePartsTests
{
    public static TheoryData<string> Keys => [.. FigureParts.Measures.Select(measure => measure.Key)];

    [Fact]
    public void Paid_counts_what_payments_took_off_claims_with_the_sign_turned()
    {
        var parts = FigureParts.Behind("paid");
        parts.ShouldContain(new FigurePart(Account.Receivable, Movement.Paid, true));
        parts.ShouldAllBe(part => part.Movement == Movement.Paid);
        FigureParts.Behind("no-such-figure").ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Keys))]
    public void The_postings_behind_a_figure_come_to_the_figure(string key)
    {
        using var test = new TestLedger();
        var ledger = test.Ledger;
        ledger.Promise("P-1", "2024-01-10", Euro(900));
        ledger.Promise("P-2", "2024-02-10", Euro(300), Rung.Announced);
        ledger.Pay("R-1", "2025-07-10", Euro(400), "P-1");
        ledger.Pay("R-2", "2025-07-11", Euro(50));
        ledger.Payments.Refund("R-2", Euro(20), Day("2025-08-01"), "sent twice", Clerk).ShouldBeDone();
        ledger.Pledges.WriteOff("P-1", Euro(100), Day("2025-09-01"), "lost", Clerk).ShouldBeDone();
        ledger.Revaluations.Run(2025, Clerk).ShouldBeDone();
        var position = ledger.Figures.Read(Day("2025-12-31"), ledger.Journal.Known().Value).Total();
        var behind = ledger.Postings.Behind(new FigureFilter(key) { Take = 1000 });
        behind.HasNext.ShouldBeFalse();
        behind.Rows.Sum(row => row.Usd.MinorUnits).ShouldBe(FigureParts.Of(key, position)!.Value.MinorUnits);
    }
}
