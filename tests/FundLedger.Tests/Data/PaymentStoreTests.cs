using FundLedger.Data.Payments;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data;

public class PaymentStoreTests
{
    [OnEachEngine]
    public void A_payment_settles_its_pledge_and_the_rest_stays_unallocated()
    {
        using var test = new TestLedger();
        test.Ledger.Pledges.Add(new NewPledge("NOR", "VFTC", Day("2025-01-10"), Euro(1000))
        { Reference = "P-1", Status = Rung.Signed }, Clerk).ShouldBeDone();

        test.Ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2025-07-01"), Euro(1200)) { Reference = "R-1" },
            [new AllocationRequest { Pledge = "P-1" }], Clerk).ShouldBeDone();

        test.Ledger.Pledges.Find("P-1").Value.Outstanding.ShouldBe(Euro(0));
        test.Ledger.Pledges.Find("P-1").Value.Usd.ShouldBe(Amount.Usd(0));
        test.Ledger.Payments.Find("R-1").Value.Unallocated.ShouldBe(Euro(200));
    }

    [OnEachEngine]
    public void A_reversed_payment_leaves_the_pledge_as_it_was()
    {
        using var test = new TestLedger();
        test.Ledger.Pledges.Add(new NewPledge("NOR", "VFTC", Day("2025-01-10"), Euro(1000))
        { Reference = "P-1", Status = Rung.Signed }, Clerk).ShouldBeDone();
        var before = test.Ledger.Pledges.Find("P-1").Value;
        test.Ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2025-07-01"), Euro(400)) { Reference = "R-1" }, [], Clerk).ShouldBeDone();
        test.Ledger.Payments.Allocate("R-1", [new AllocationRequest { Pledge = "P-1" }], Day("2025-08-01"), Clerk).ShouldBeDone();

        test.Ledger.Payments.Reverse("R-1", Day("2025-09-01"), "paid by mistake", Clerk).ShouldBeDone();

        var after = test.Ledger.Pledges.Find("P-1").Value;
        (after.Outstanding, after.Usd).ShouldBe((before.Outstanding, before.Usd));
        test.Ledger.Payments.Find("R-1").Value.Unallocated.IsZero.ShouldBeTrue();
        test.Ledger.Payments.Reverse("R-1", Day("2025-09-01"), "again", Clerk).ShouldBeRefused().Message.ShouldContain("reversed already");
    }

    [OnEachEngine]
    public void A_payment_of_what_was_only_announced_can_be_reversed()
    {
        using var test = new TestLedger();
        test.Ledger.Pledges.Add(new NewPledge("NOR", "VFTC", Day("2025-01-10"), Euro(1000))
        { Reference = "P-1", Status = Rung.Announced }, Clerk).ShouldBeDone();
        test.Ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2025-07-01"), Euro(400)) { Reference = "R-1" },
            [new AllocationRequest { Pledge = "P-1" }], Clerk).ShouldBeDone();

        test.Ledger.Payments.Reverse("R-1", Day("2025-09-01"), "mistake", Clerk).ShouldBeDone();

        test.Ledger.Pledges.Find("P-1").Value.Outstanding.ShouldBe(Euro(1000));
        test.Ledger.Checks.Run().ShouldAllBe(check => check.Problems.IsEmpty);
    }

    [Fact]
    public void A_payment_settles_an_instalment_of_which_a_part_stands_on_another_rung()
    {
        using var test = new TestLedger();
        test.Ledger.Pledges.Add(new NewPledge("NOR", "VFTC", Day("2025-01-10"), Euro(1000))
        { Reference = "P-1", Status = Rung.Announced }, Clerk).ShouldBeDone();
        test.Ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2025-02-01"), Euro(400)) { Reference = "R-1" },
            [new AllocationRequest { Pledge = "P-1" }], Clerk).ShouldBeDone();
        test.Ledger.Pledges.Climb("P-1", Rung.Signed, Day("2025-03-01"), null, Clerk).ShouldBeDone();
        test.Ledger.Payments.Reverse("R-1", Day("2025-04-01"), "mistake", Clerk).ShouldBeDone();

        test.Ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2025-07-01"), Euro(1000)) { Reference = "R-2" },
            [new AllocationRequest { Pledge = "P-1" }], Clerk).ShouldBeDone();

        test.Ledger.Pledges.Find("P-1").Value.Outstanding.ShouldBe(Euro(0));
        test.Ledger.Payments.Find("R-2").Value.Unallocated.ShouldBe(Euro(0));
    }
}
