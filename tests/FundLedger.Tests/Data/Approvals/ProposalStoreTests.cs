using FundLedger.Approvals;
using FundLedger.Data.Contributions;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Users;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.ForeignProgram;
using static FundLedger.Tests.Data.TestLedger;
using static FundLedger.Tests.Data.TestLedgers;

namespace FundLedger.Tests.Data.Approvals;

public class ProposalStoreTests
{
    static TestLedger WithPledge()
    {
        var test = new TestLedger().WithPersons();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(100));
        return test;
    }

    static Recorded Propose(TestLedger test, Author by) =>
        test.Ledger.Pledges.WriteOff("P-1", Euro(40), Day("2025-03-01"), "lost", by).ShouldBeDone();

    [OnEachEngine]
    public void What_needs_a_second_person_posts_nothing_and_waits()
    {
        using var test = WithPledge();
        var recorded = Propose(test, Ben);

        recorded.Text.ShouldBe($"Waiting for approval as proposal {recorded.Proposal}: 40.00 EUR of pledge P-1 written off");
        test.Ledger.Pledges.Find("P-1").Value.Outstanding.ShouldBe(Euro(100));
        var waiting = test.Ledger.Proposals.Waiting().Single();
        (waiting.Number, waiting.ProposedBy, waiting.Reason).ShouldBe((recorded.Proposal!.Value, "ben", "each write-off needs a second person"));
    }

    [OnEachEngine]
    public void Approved_it_is_done_in_the_names_of_both_and_decided_in_the_same_transaction()
    {
        using var test = WithPledge();
        var proposal = Propose(test, Clerk).Proposal!.Value;

        var done = test.Ledger.Proposals.Approve(proposal, Cleo).ShouldBeDone();

        test.Ledger.Pledges.Find("P-1").Value.Outstanding.ShouldBe(Euro(60));
        var trail = test.Ledger.Audit.Page(new() { Take = 2 }).Select(line => line.Entry).ToArray();
        (trail[0].Kind, trail[0].RecordedBy).ShouldBe((EntryKind.Decision, "cleo"));
        (trail[1].Kind, trail[1].Number, trail[1].RecordedBy, trail[1].ApprovedBy).ShouldBe((EntryKind.WriteOff, done.Entry, "clerk", "cleo"));
        test.Ledger.Proposals.Waiting().ShouldBeEmpty();
        var decided = test.Ledger.Proposals.All().Single();
        (decided.Verdict, decided.DecidedBy, decided.Posted).ShouldBe((Verdict.Approved, "cleo", done.Entry));
        test.Ledger.Proposals.Approve(proposal, Ben).ShouldBeRefused().Message.ShouldContain("was approved already, by cleo");
        test.Ledger.ShouldVerify();
    }

    [OnEachEngine]
    public void With_an_approver_named_it_is_done_at_once()
    {
        using var test = WithPledge();
        Propose(test, Clerk with { Approver = "cleo" }).Proposal.ShouldBeNull();
        test.Ledger.Pledges.Find("P-1").Value.Outstanding.ShouldBe(Euro(60));
    }

    [OnEachEngine]
    public void Nobody_approves_his_own_and_only_approvers_approve()
    {
        using var test = WithPledge();
        var proposal = Propose(test, Ben).Proposal!.Value;
        test.Ledger.Proposals.Approve(proposal, Ben).ShouldBeRefused().Message.ShouldBe("ben proposed it and cannot approve it");
        test.Ledger.Proposals.Approve(proposal, Anna).ShouldBeRefused().Message.ShouldBe("anna is not an approver");
        test.Ledger.Proposals.Approve(proposal, Clerk).ShouldBeRefused();
        test.Ledger.Proposals.Reject(proposal, "no", Clerk).ShouldBeRefused();
        Propose(test, Ben with { Approver = "cleo" });
        test.Ledger.Pledges.WriteOff("P-1", Euro(1), Day("2025-03-01"), "lost", Ben with { Approver = "ben" }).ShouldBeRefused();
        test.Ledger.Users.Change("anna", [Role.Administrator, Role.Approver], null, null, Anna).ShouldBeDone();
        var own = Propose(test, Anna).Proposal!.Value;
        test.Ledger.Proposals.Approve(own, Anna).ShouldBeRefused().Message.ShouldBe("anna proposed it and cannot approve it");
    }

    [OnEachEngine]
    public void A_proposal_whose_world_changed_is_refused_as_it_would_be_now_and_stays()
    {
        using var test = WithPledge();
        var proposal = Propose(test, Clerk).Proposal!.Value;
        test.Ledger.Pay("R-1", "2025-02-01", Euro(90), "P-1");
        var head = test.Ledger.Journal.Head();

        test.Ledger.Proposals.Approve(proposal, Cleo).ShouldBeRefused().Message
            .ShouldBe("40.00 EUR of pledge P-1 cannot be written off: 10.00 EUR is outstanding");

        test.Ledger.Journal.Head().ShouldBe(head);
        test.Ledger.Proposals.Waiting().Single().Number.ShouldBe(proposal);
    }

    [OnEachEngine]
    public void A_proposal_of_who_left_since_is_not_done()
    {
        using var test = WithPledge();
        var proposal = Propose(test, Ben).Proposal!.Value;
        test.Ledger.Users.Remove("ben", null, Anna).ShouldBeDone();
        test.Ledger.Proposals.Approve(proposal, Cleo).ShouldBeRefused().Message.ShouldContain("'ben' is not a person");
    }

    [OnEachEngine]
    public void Rejected_with_a_reason_or_withdrawn_it_posts_nothing()
    {
        using var test = WithPledge();
        var first = Propose(test, Clerk).Proposal!.Value;
        var second = Propose(test, Clerk).Proposal!.Value;
        test.Ledger.Proposals.Reject(first, " ", Cleo).ShouldBeRefused().Message.ShouldBe("the rejection has no reason");
        test.Ledger.Proposals.Reject(first, "the agreement is good", Cleo).ShouldBeDone();
        test.Ledger.Proposals.Reject(second, "a slip", Clerk).ShouldBeDone();

        test.Ledger.Proposals.All().Select(one => (one.Verdict, one.DecidedReason))
            .ShouldBe([(Verdict.Withdrawn, "a slip"), (Verdict.Rejected, "the agreement is good")]);
        test.Ledger.Pledges.Find("P-1").Value.Outstanding.ShouldBe(Euro(100));
        test.Ledger.ShouldVerify();
    }

    [OnEachEngine]
    public void Rates_wait_as_a_whole_and_are_loaded_when_approved()
    {
        using var test = WithPledge();
        var loaded = test.Ledger.Rates.Add([Rate("EUR", "2025-12-01", 0.91m)], "December", Clerk).ShouldBeDone();
        loaded.Added.ShouldBe(0);
        test.Ledger.Proposals.Approve(loaded.Proposal!.Value, Cleo).ShouldBeDone().Text.ShouldBe("1 rates added, 0 corrected, from December");
        test.Ledger.Standing.Rates.On(Day("2025-12-05"), Currency.Of("EUR")).Value.UnitsPerDollar.ShouldBe(0.91m);
    }

    [OnEachEngine]
    public void A_payment_above_the_threshold_waits_and_one_at_it_does_not()
    {
        using var test = WithPledge();
        test.Ledger.Approvals.Set(EntryKind.Payment, Amount.Usd(1_000_00), "policy of 2025", Anna).ShouldBeDone();
        Recorded Pay(long cents) => test.Ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2025-03-01"), Amount.Usd(cents)),
            [new() { Fund = "VFTC", Amount = Amount.Usd(600_00) }, new() { Fund = "UPR-P" }], Clerk).ShouldBeDone();

        Pay(1_000_00).Proposal.ShouldBeNull();
        var proposal = Pay(1_000_01).Proposal.ShouldNotBeNull();
        test.Ledger.Proposals.Approve(proposal, Cleo).ShouldBeDone();
        test.Ledger.ShouldVerify();
    }

    [OnEachEngine]
    public void An_import_cannot_wait_and_says_which_row_needs_an_approver()
    {
        using var test = WithPledge();
        test.Ledger.Approvals.Set(EntryKind.Payment, Amount.Usd(1_000_00), null, Anna).ShouldBeDone();
        var file = test.File("rows.csv", "kind,donor,fund,date,currency,amount\npayment,NOR,VFTC,2025-02-01,USD,999\npayment,NOR,VFTC,2025-02-01,USD,1001\n");

        var refused = test.Ledger.Contributions.Import(file, new ImportOptions(), Clerk);
        refused.Problems.Single().Row.ShouldBe(3);
        refused.Problems.Single().Remedy.ShouldContain("‹approved-by›");
        test.Ledger.Contributions.Import(file, new ImportOptions(), Clerk with { Approver = "cleo" }).ShouldBeDone();
    }

    [OnEachEngine]
    public void A_decision_by_SQL_keeps_the_same_rules()
    {
        using var test = WithPledge();
        var proposal = Propose(test, Ben).Proposal!.Value;
        using var foreign = new ForeignProgram(test.Address);
        string Decision(string by, string verdict, string kind = "decision") => Entry(kind, "2026-01-05", by)
            + $"INSERT INTO decision (entry, line, proposal, verdict, posted) SELECT MAX(number), 1, {proposal}, '{verdict}', 0 FROM entry;";

        foreign.Try(Decision("cleo", "approved"));
        foreign.Try(Decision("ben", "withdrawn"));
        foreign.Refusal(Decision("ben", "approved")).ShouldContain("a proposal is decided once");
        foreign.Refusal(Decision("ben", "rejected")).ShouldContain("a proposal is decided once");
        foreign.Refusal(Decision("anna", "approved")).ShouldContain("a proposal is decided once");
        foreign.Refusal(Decision("cleo", "withdrawn")).ShouldContain("a proposal is decided once");
        foreign.Refusal(Decision("clerk", "approved", "settings")).ShouldContain("a proposal is decided once");
        foreign.Refusal(Decision("cleo", "approved") + Decision("cleo", "rejected")).ShouldContain("a proposal is decided once");
    }
}
