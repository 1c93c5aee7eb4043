using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Rates;

public class RateEffectTests
{
    [OnEachEngine]
    public void A_correction_says_what_it_would_have_changed_and_changes_nothing()
    {
        using var test = new TestLedger();
        test.Ledger.Pledges.Add(new NewPledge("NOR", "VFTC", Day("2025-07-01"), Euro(880)) { Reference = "P-1" }, Clerk).ShouldBeDone();
        test.Ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2025-08-01"), Euro(88)) { Reference = "R-1" }, [], Clerk).ShouldBeDone();
        test.Ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2025-05-01"), Euro(88)) { Reference = "R-0" }, [], Clerk).ShouldBeDone();

        var effect = test.Ledger.Rates.Add([Rate("EUR", "2025-06-01", 0.8m)], "correction", Clerk).ShouldBeDone().Effect;

        (effect.Entries, effect.Difference).ShouldBe((2, Amount.Usd(110_00)));
        effect.Largest.Select(line => (line.Usd, line.WouldBe)).ShouldBe([(Amount.Usd(1000_00), Amount.Usd(1100_00)), (Amount.Usd(100_00), Amount.Usd(110_00))]);
        test.Ledger.Pledges.Find("P-1").Value.Usd.ShouldBe(Amount.Usd(1000_00));
    }

    [OnEachEngine]
    public void A_rate_of_the_middle_of_a_month_that_comes_late_concerns_what_was_recorded_after_its_day()
    {
        using var test = new TestLedger();
        test.Ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2025-06-14"), Euro(88)), [], Clerk).ShouldBeDone();
        test.Ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2025-06-15"), Euro(88)), [], Clerk).ShouldBeDone();

        var effect = test.Ledger.Rates.Add([Rate("EUR", "2025-06-15", 0.8m)], "late", Clerk).ShouldBeDone().Effect;

        (effect.Entries, effect.Largest.ShouldHaveSingleItem().Date).ShouldBe((1, Day("2025-06-15")));
        test.Ledger.Rates.Add([Rate("EUR", "2025-06-15", 0.8m)], "again", Clerk).ShouldBeDone().Effect.Entries.ShouldBe(0);
    }
}
