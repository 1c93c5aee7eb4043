using FundLedger.Data.Payments;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Pledges;

public class RevaluationStoreTests
{
    [OnEachEngine]
    public void A_revaluation_recorded_after_a_payment_of_the_new_year_is_of_the_old_year_and_is_booked_once()
    {
        using var test = new TestLedger();
        var ledger = test.Ledger;
        ledger.Pledges.Add(new NewPledge("NOR", "VFTC", Day("2024-06-10"), Euro(1000)) { Reference = "P-1", Status = Rung.Signed }, Clerk).ShouldBeDone();
        Pay("2025-02-03", 400);

        var done = ledger.Revaluations.Run(2024, Clerk).ShouldBeDone();

        // 1,000 EUR: 1,111.11 at 0.9 when promised, 1,052.63 at 0.95 at the end of 2024.
        (done.Gain, done.Pledges.ShouldHaveSingleItem().After).ShouldBe((Amount.Usd(-58_48), Amount.Usd(1_052_63)));
        ledger.Figures.Read(Day("2024-12-31"), ledger.Journal.Known().Value).Total().Exchange.ShouldBe(Amount.Usd(-58_48));
        ledger.Revaluations.Run(2024, Clerk).ShouldBeDone().Entries.ShouldBe(0);
        ledger.Pledges.Find("P-1").Value.Usd.ShouldBe(Amount.Usd(631_58), "600 EUR at 0.95");
        ledger.Revaluations.Run(2025, Clerk).ShouldBeDone();
        Pay("2026-02-27", 600);

        ledger.Pledges.Find("P-1").Value.Usd.ShouldBe(Amount.Usd(0));
        var total = ledger.Figures.Read(DateOnly.MaxValue, ledger.Journal.Known().Value).Total();
        total.Exchange.ShouldBe(total.Received - Amount.Usd(1_111_11));
        ledger.Checks.Run().ShouldAllBe(check => check.Problems.IsEmpty);

        void Pay(string day, decimal euros) => ledger.Payments.Add(
            new NewPayment("NOR", "VFTC", Day(day), Euro(euros)), [new AllocationRequest { Pledge = "P-1" }], Clerk).ShouldBeDone();
    }

    [OnEachEngine]
    public void Years_are_revalued_in_order_and_not_before_they_end()
    {
        using var test = new TestLedger();
        test.Ledger.Pledges.Add(new NewPledge("NOR", "VFTC", Day("2023-06-10"), Euro(1000)) { Status = Rung.Signed }, Clerk).ShouldBeDone();
        test.Ledger.Revaluations.Run(2026, Clerk).ShouldBeRefused().Message.ShouldBe("2026 has not ended");
        test.Ledger.Revaluations.Run(2024, Clerk).ShouldBeDone().Entries.ShouldBe(1);
        test.Ledger.Revaluations.Run(2023, Clerk).ShouldBeRefused().Message.ShouldBe("2024 is revalued already");
    }

    [OnEachEngine]
    public void A_revaluation_whose_agreement_was_paid_since_is_not_taken_back()
    {
        using var test = new TestLedger();
        test.Ledger.Pledges.Add(new NewPledge("NOR", "VFTC", Day("2024-06-10"), Euro(1000)) { Reference = "P-1", Status = Rung.Signed }, Clerk).ShouldBeDone();
        test.Ledger.Revaluations.Run(2024, Clerk).ShouldBeDone();
        var entry = test.Ledger.Journal.Known().Value.Entry;
        test.Ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2025-03-03"), Euro(1000)) { Reference = "R-1" },
            [new AllocationRequest { Pledge = "P-1" }], Clerk).ShouldBeDone();

        test.Ledger.Journal.Reverse(entry, Day("2025-03-04"), "wrong rate", Clerk).ShouldBeRefused().Message.ShouldContain("was settled since");

        test.Ledger.Payments.Reverse("R-1", Day("2025-03-04"), "wrong", Clerk).ShouldBeDone();
        test.Ledger.Journal.Reverse(entry, Day("2025-03-04"), "wrong rate", Clerk).ShouldBeDone();
        test.Ledger.Pledges.Find("P-1").Value.Usd.ShouldBe(Amount.Usd(1_111_11));
    }

    [OnEachEngine]
    public void A_year_waits_to_be_revalued_while_agreements_in_other_currencies_are_open_at_its_end()
    {
        using var test = new TestLedger();
        test.Ledger.Promise("P-1", "2024-06-10", Euro(1000), Rung.Pledged);
        test.Ledger.Promise("P-2", "2024-06-10", Amount.Usd(1000));
        test.Ledger.Closing.IsUnrevalued(2024).ShouldBeFalse("nothing binds in another currency");
        test.Ledger.Promise("P-3", "2024-06-10", Euro(1000));
        // Paid since, and open at the end of the year.
        test.Ledger.Pay("R-3", "2025-01-10", Euro(1000), "P-3");
        test.Ledger.Closing.IsUnrevalued(2024).ShouldBeTrue();
        test.Ledger.Closing.IsUnrevalued(2023).ShouldBeFalse();

        test.Ledger.Revaluations.Run(2024, Clerk).ShouldBeDone();

        test.Ledger.Closing.IsUnrevalued(2024).ShouldBeFalse();
    }

    [OnEachEngine]
    public void A_dry_run_keeps_nothing()
    {
        using var test = new TestLedger();
        test.Ledger.Pledges.Add(new NewPledge("NOR", "VFTC", Day("2024-06-10"), Euro(1000)) { Status = Rung.Signed }, Clerk).ShouldBeDone();
        var before = test.Ledger.Journal.Known().Value;
        test.Ledger.Revaluations.Run(2024, Clerk, dryRun: true).ShouldBeDone().Gain.ShouldBe(Amount.Usd(-58_48));
        test.Ledger.Journal.Known().Value.ShouldBe(before);
    }
}
