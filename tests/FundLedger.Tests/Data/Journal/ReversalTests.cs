using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Journal;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Journal;

/// <summary>Reversal is exact, once and linked: invariant 5.</summary>
public class ReversalTests
{
    [OnEachEngine]
    public async Task Two_at_once_reverse_the_same_entry_and_one_is_told()
    {
        using var test = new TestLedger();
        for (var round = 1; round <= 10; round++)
        {
            var promise = test.Ledger.Promise($"P-{round}", "2025-01-10", Euro(100));
            using var start = new Barrier(2);
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => Task.Run(() => ReverseAt(start, test, promise.Entry, i))));

            outcomes.Count(outcome => !outcome.IsRefused).ShouldBe(1);
            outcomes.Single(outcome => outcome.IsRefused).Problems[0].Message.ShouldContain("is reversed already");
        }

        test.Ledger.ShouldVerify();
    }

    static Outcome<Recorded> ReverseAt(Barrier start, TestLedger test, long entry, int number)
    {
        using var ledger = Ledger.Open(test.Address, test.Clock).Value;
        start.SignalAndWait();
        return ledger.Journal.Reverse(entry, Day("2025-02-01"), "a slip", new Author($"clerk {number}"));
    }

    [OnEachEngine]
    public void A_payment_that_was_allocated_since_is_not_reversed_beneath_the_allocation()
    {
        using var test = new TestLedger();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(1000));
        var payment = test.Ledger.Pay("R-1", "2025-03-01", Euro(400));
        var allocation = test.Ledger.Payments.Allocate("R-1", [new() { Pledge = "P-1" }], Day("2025-04-01"), Clerk).ShouldBeDone();

        test.Ledger.Journal.Reverse(payment.Entry, Day("2025-05-01"), "a slip", Clerk).ShouldBeRefused().Message
            .ShouldBe($"entry {payment.Entry} cannot be reversed: the payment was allocated or refunded since, by entry {allocation.Entry}");
    }

    [OnEachEngine]
    public void A_reversed_payment_frees_its_reference()
    {
        using var test = new TestLedger();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(1000));
        test.Ledger.Pay("R-1", "2025-03-01", Euro(400), "P-1");
        test.Ledger.Payments.Reverse("R-1", Day("2025-03-02"), "another amount", Clerk).ShouldBeDone();

        var again = test.Ledger.Pay("R-1", "2025-03-01", Euro(401), "P-1");

        test.Ledger.Payments.Find("R-1").Value.Number.ShouldBe(again.Entry);
        test.Ledger.Payments.Page(new() { Reference = "R-1" }).Single().Entry.ShouldBe(again.Entry);
        test.Ledger.Payments.Add(new("NOR", "VFTC", Day("2025-03-05"), Euro(1)) { Reference = "R-1" }, [], Clerk)
            .ShouldBeRefused().Message.ShouldContain("there is a payment R-1 already");
        test.Ledger.ShouldVerify();
    }

    [OnEachEngine]
    public void A_reversed_pledge_frees_its_reference()
    {
        using var test = new TestLedger();
        var first = test.Ledger.Promise("P-1", "2025-01-10", Euro(1000));
        test.Ledger.Journal.Reverse(first.Entry, Day("2025-01-11"), "another amount", Clerk).ShouldBeDone();

        var again = test.Ledger.Promise("P-1", "2025-01-10", Euro(900));

        var found = test.Ledger.Pledges.Find("P-1").Value;
        (found.Number, found.Outstanding).ShouldBe((again.Entry, Euro(900)));
        test.Ledger.PledgeLines.Page(new() { Reference = "P-1" }, DateOnly.MaxValue, test.Ledger.Journal.Known().Value)
            .Single().Entry.ShouldBe(again.Entry);
        test.Ledger.ShouldVerify();
    }
}
