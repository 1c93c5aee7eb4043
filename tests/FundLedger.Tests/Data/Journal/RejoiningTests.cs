using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Pledges;
using FundLedger.Reports;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Journal;

/// <summary>What a reversal opens again stands where its pledge stands now, and what is only promised stays outside the balance.</summary>
public class RejoiningTests
{
    [OnEachEngine]
    public void What_a_reversed_payment_opens_again_is_owed_under_the_agreement_that_was_signed_since()
    {
        using var test = new TestLedger();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(1000), Rung.Pledged);
        test.Ledger.Pay("R-1", "2025-02-10", Euro(600), "P-1");
        test.Ledger.Pledges.Climb("P-1", Rung.Signed, Day("2025-03-01"), null, Clerk).ShouldBeDone();

        test.Ledger.Payments.Reverse("R-1", Day("2025-04-01"), "returned by the bank", Clerk).ShouldBeDone()
            .Text.ShouldEndWith("; what it opens again of pledge P-1 is signed");

        OpenClaims(test).ShouldBe([(Account.Receivable, Euro(1000))]);
        Income(test).ShouldBe(-test.Ledger.Pledges.Find("P-1").Value.Usd);
        test.Ledger.ShouldVerify();
    }

    [OnEachEngine]
    public void What_is_dated_before_the_agreement_is_signed_with_it()
    {
        using var test = new TestLedger();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(1000), Rung.Pledged);
        test.Ledger.Pay("R-1", "2025-02-10", Euro(600), "P-1");
        test.Ledger.Pledges.Climb("P-1", Rung.Signed, Day("2025-03-01"), null, Clerk).ShouldBeDone();
        test.Ledger.Payments.Reverse("R-1", Day("2025-02-20"), "returned by the bank", Clerk).ShouldBeDone();

        var known = test.Ledger.Journal.Known().Value;
        test.Ledger.Receivables.Claims(null, null, Day("2025-02-28"), known).ShouldBeEmpty();
        test.Ledger.Receivables.Claims(null, null, Day("2025-03-01"), known).ShouldHaveSingleItem().Amount.ShouldBe(Euro(1000));
    }

    [OnEachEngine]
    public void A_write_off_that_is_reversed_after_the_signing_opens_a_receivable()
    {
        using var test = new TestLedger();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(1000), Rung.Announced);
        var lost = test.Ledger.Pledges.WriteOff("P-1", Euro(200), Day("2025-02-10"), "given up", Clerk).ShouldBeDone();
        test.Ledger.Pledges.Climb("P-1", Rung.Pledged, Day("2025-03-01"), null, Clerk).ShouldBeDone();
        test.Ledger.Pledges.Climb("P-1", Rung.Signed, Day("2025-03-02"), null, Clerk).ShouldBeDone();

        test.Ledger.Journal.Reverse(lost.Entry, Day("2025-04-01"), "they will pay", Clerk).ShouldBeDone();

        OpenClaims(test).ShouldBe([(Account.Receivable, Euro(1000))]);
        test.Ledger.ShouldVerify();
    }

    [OnEachEngine]
    public void An_import_of_payments_that_is_undone_opens_receivables_where_agreements_were_signed_since()
    {
        using var test = new TestLedger();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(1000), Rung.Pledged);
        test.Ledger.Promise("P-2", "2025-01-10", Euro(1000), Rung.Pledged);
        var file = test.File("paid.csv", """
            kind,reference,pledge,donor,fund,date,currency,amount
            payment,R-1,P-1,NOR,VFTC,2025-02-10,EUR,600.00
            payment,R-2,P-2,NOR,VFTC,2025-02-10,EUR,100.00
            """);
        var batch = test.Ledger.Contributions.Import(file, new(), Clerk).ShouldBeDone().Batch;
        test.Ledger.Pledges.Climb("P-1", Rung.Signed, Day("2025-03-01"), null, Clerk).ShouldBeDone();

        test.Ledger.Batches.Undo(batch, Day("2025-04-01"), "the wrong file", Clerk).ShouldBeDone()
            .Text.ShouldEndWith("2 entries reversed; what it opens again of pledge P-1 is signed");

        OpenClaims(test).ShouldBe([(Account.Receivable, Euro(1000))]);
        OpenClaims(test, "P-2").ShouldBe([(Account.Pledged, Euro(1000))]);
        test.Ledger.ShouldVerify();
    }

    [OnEachEngine]
    public void A_signing_that_is_reversed_leaves_a_pledge_that_can_be_signed()
    {
        using var test = new TestLedger();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(1000), Rung.Pledged);
        var signing = test.Ledger.Pledges.Climb("P-1", Rung.Signed, Day("2025-03-01"), null, Clerk).ShouldBeDone();
        test.Ledger.Journal.Reverse(signing.Entry, Day("2025-03-02"), "it was another pledge", Clerk).ShouldBeDone();

        Line(test).Rung.ShouldBe(Rung.Pledged);
        Listed(test, Rung.Pledged).ShouldBe(1);
        Listed(test, Rung.Signed).ShouldBe(0);
        test.Ledger.Pledges.Climb("P-1", Rung.Signed, Day("2025-05-01"), null, Clerk).ShouldBeDone();
        Line(test).Rung.ShouldBe(Rung.Signed);
        Listed(test, Rung.Signed).ShouldBe(1);
        test.Ledger.Pledges.Climb("P-1", Rung.Signed, Day("2025-05-02"), null, Clerk).ShouldBeRefused()
            .Message.ShouldBe("pledge P-1 cannot become signed: it is signed");
        test.Ledger.ShouldVerify();
    }

    [OnEachEngine]
    public void What_was_announced_and_paid_in_part_is_formalised_by_a_letter()
    {
        using var test = new TestLedger();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(1000), Rung.Announced);
        test.Ledger.Pay("R-1", "2025-02-10", Euro(600), "P-1");
        (Line(test).Rung, Listed(test, Rung.Announced)).ShouldBe((Rung.Announced, 1), "what is open is only announced");

        test.Ledger.Pledges.Climb("P-1", Rung.Pledged, Day("2025-03-01"), null, Clerk).ShouldBeDone();

        OpenClaims(test).ShouldBe([(Account.Pledged, Euro(400))]);
        Listed(test, Rung.Pledged).ShouldBe(1);
    }

    /// <summary>Two signings, of which the older is reversed, leave a part on each rung: an amendment brings all of it to the higher.</summary>
    [OnEachEngine]
    public void An_amendment_of_what_stands_on_two_rungs_keeps_memoranda_outside_the_balance()
    {
        using var test = new TestLedger();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(1000), Rung.Pledged);
        test.Ledger.Pay("R-1", "2025-02-10", Euro(600), "P-1");
        var signing = test.Ledger.Pledges.Climb("P-1", Rung.Signed, Day("2025-03-01"), null, Clerk).ShouldBeDone();
        test.Ledger.Payments.Reverse("R-1", Day("2025-04-01"), "returned by the bank", Clerk).ShouldBeDone();
        test.Ledger.Journal.Reverse(signing.Entry, Day("2025-04-02"), "it was another pledge", Clerk).ShouldBeDone();
        OpenClaims(test).ShouldBe([(Account.Pledged, Euro(400)), (Account.Receivable, Euro(600))]);
        (Line(test).OpenFrom, Line(test).Rung).ShouldBe((Rung.Pledged, Rung.Signed));

        test.Ledger.Pledges.Amend("P-1", Euro(1200), null, Day("2025-05-01"), "more", Clerk).ShouldBeDone();

        OpenClaims(test).ShouldBe([(Account.Receivable, Euro(1200))]);
        Income(test).ShouldBe(-test.Ledger.Pledges.Find("P-1").Value.Usd);
        test.Ledger.ShouldVerify();
    }

    [OnEachEngine]
    public void A_promise_that_leaked_into_the_balance_is_found_and_its_entry_named()
    {
        using var test = new TestLedger();
        var promise = test.Ledger.Promise("P-1", "2025-01-10", Euro(90), Rung.Pledged);
        using (var raw = new ForeignProgram(test.Address))
            raw.Keep("DROP TRIGGER posting_keeps_update; UPDATE posting SET account = 'contributions' WHERE account = 'memorandum';"
                + "UPDATE total SET account = 'contributions' WHERE account = 'memorandum'");
        test.Ledger.Checks.Run(["memoranda"]).Single().Problems.ShouldHaveSingleItem().Message
            .ShouldBe($"entry {promise.Entry} moved 9474 cents between what is only promised and the balance of fund VFTC");
    }

    [OnEachEngine]
    public void What_is_settled_and_still_carried_is_found()
    {
        using var test = new TestLedger();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(90));
        test.Ledger.Pay("R-1", "2025-02-10", Euro(90), "P-1");
        test.Ledger.Pay("R-2", "2025-02-10", Euro(90));
        using (var raw = new ForeignProgram(test.Address))
            raw.Keep("UPDATE claim SET usd = usd + 1 WHERE amount = 0; UPDATE receipt SET amount = 0");
        test.Ledger.Checks.Run(["claims"]).Single().Problems.Select(problem => problem.Message)
            .ShouldContain(message => message.EndsWith("owes nothing and is carried at 1 cents", StringComparison.Ordinal));
        test.Ledger.Checks.Run(["receipts"]).Single().Problems.Select(problem => problem.Message)
            .ShouldContain(message => message.Contains("has nothing unallocated, which is carried at", StringComparison.Ordinal));
    }

    [OnEachEngine]
    public void A_pledge_that_was_revalued_is_not_taken_away_beneath_the_gain()
    {
        using var test = new TestLedger();
        var promise = test.Ledger.Promise("P-1", "2024-02-10", Euro(1000));
        test.Ledger.Revaluations.Run(2024, Clerk).ShouldBeDone().Entries.ShouldBe(1);
        var revaluation = test.Ledger.Journal.Known().Value.Entry;

        test.Ledger.Journal.Reverse(promise.Entry, Day("2025-02-01"), "a slip", Clerk).ShouldBeRefused().Message
            .ShouldBe($"entry {promise.Entry} cannot be reversed: the pledge was revalued since, by entry {revaluation}");

        test.Ledger.Journal.Reverse(revaluation, Day("2025-02-01"), "a slip", Clerk).ShouldBeDone();
        test.Ledger.Journal.Reverse(promise.Entry, Day("2025-02-01"), "a slip", Clerk).ShouldBeDone();
        test.Ledger.Pledges.Find("P-1").Value.Usd.ShouldBe(Amount.Usd(0));
        test.Ledger.ShouldVerify();
    }

    static (Account, Amount)[] OpenClaims(TestLedger test, string reference = "P-1") =>
        [.. test.Ledger.Pledges.Find(reference).Value.Open.GroupBy(claim => claim.Account).OrderBy(group => Word.Of(group.Key), StringComparer.Ordinal)
            .Select(group => (group.Key, group.Aggregate(Euro(0), (sum, claim) => sum + claim.Outstanding)))];

    static Amount Income(TestLedger test) => test.Ledger.Figures.Read(DateOnly.MaxValue, test.Ledger.Journal.Known().Value).Rows
        .Where(figure => figure.Account == Account.Contributions).Aggregate(Amount.Usd(0), (sum, figure) => sum + Amount.Usd(figure.Usd));

    static PledgeLine Line(TestLedger test) =>
        test.Ledger.PledgeLines.Page(new() { Reference = "P-1" }, DateOnly.MaxValue, test.Ledger.Journal.Known().Value).Single();

    static int Listed(TestLedger test, Rung rung) =>
        test.Ledger.PledgeLines.Page(new() { Rung = rung }, DateOnly.MaxValue, test.Ledger.Journal.Known().Value).Count();
}
