using FundLedger.Data;
using FundLedger.Journal;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Users;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;
using static FundLedger.Tests.Data.TestLedgers;

namespace FundLedger.Tests.Data.Users;

public class UserStoreTests
{
    static NewPledge Pledge(string fund = "VFTC") => new("NOR", fund, Day("2025-05-01"), Euro(5));

    [OnEachEngine]
    public void While_nobody_is_on_record_everything_is_allowed_and_nothing_asks_for_approval()
    {
        using var test = new TestLedger();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(100));
        test.Ledger.Pledges.WriteOff("P-1", null, Day("2025-03-01"), "lost", new Author("anyone")).ShouldBeDone().Proposal.ShouldBeNull();
        test.Ledger.Approvals.Rules().All.ShouldBeEmpty();
    }

    [OnEachEngine]
    public void The_first_person_is_an_administrator_and_brings_the_usual_rules()
    {
        using var test = new TestLedger();
        test.Ledger.Users.Add(new Person("ben", [Role.Recorder], []), Clerk).ShouldBeRefused().Message.ShouldContain("must be an administrator");
        test.Ledger.Users.Add(new Person("anna", [Role.Administrator], []), Clerk).ShouldBeDone();
        test.Ledger.Approvals.Rules().All.Select(rule => rule.Kind)
            .ShouldBe([EntryKind.Rates, EntryKind.WriteOff, EntryKind.Refund, EntryKind.Reopening]);
    }

    [OnEachEngine]
    public void From_the_first_person_on_only_persons_with_the_role_write()
    {
        using var test = new TestLedger().WithPersons();
        test.Ledger.Pledges.Add(Pledge(), new Author("eve")).ShouldBeRefused().Message.ShouldBe("'eve' is not a person of this ledger");
        test.Ledger.Pledges.Add(Pledge(), Cleo).ShouldBeRefused().Message.ShouldBe("cleo is approver and may not record pledge entries");
        test.Ledger.Pledges.Add(Pledge(), Dora).ShouldBeRefused().Message.ShouldContain("dora is auditor");
        test.Ledger.Pledges.Add(Pledge(), Anna).ShouldBeDone();
        test.Ledger.Pledges.Add(Pledge(), Ben).ShouldBeDone();
    }

    [OnEachEngine]
    public void An_auditor_reads_everything_and_writes_nothing()
    {
        using var test = new TestLedger().WithPersons();
        test.Ledger.Settings.Set("banner", "x", null, Dora).ShouldBeRefused();
        var basis = test.Ledger.Basis(Day("2025-12-31"), test.Ledger.Journal.Known().Value);
        test.Ledger.Reports.Issue(new("BR-1", "board", "{}", null, null, basis, new byte[32]), Dora).ShouldBeRefused();
        test.Ledger.Audit.Page(new()).ShouldNotBeEmpty();
        test.Ledger.Users.Change("dora", [Role.Auditor, Role.Recorder], null, null, Anna).ShouldBeRefused()
            .Message.ShouldBe("dora cannot be an auditor and write too");
    }

    [OnEachEngine]
    public void Only_an_administrator_keeps_the_persons_and_the_rules()
    {
        using var test = new TestLedger().WithPersons();
        test.Ledger.Users.Add(new Person("eve", [Role.Recorder], []), Ben).ShouldBeRefused().Remedy.ShouldContain("ask anna");
        test.Ledger.Approvals.Set(EntryKind.Rates, null, "a nuisance", Ben).ShouldBeRefused();
    }

    [OnEachEngine]
    public void Who_left_writes_nothing_and_can_come_back()
    {
        using var test = new TestLedger().WithPersons();
        test.Ledger.Users.Remove("ben", "moved", Anna).ShouldBeDone();
        test.Ledger.Pledges.Add(Pledge(), Ben).ShouldBeRefused();
        test.Ledger.Pledges.WriteOff(test.Ledger.Promise("P-1", "2025-01-10", Euro(9)).Reference, null, Day("2025-03-01"), "lost",
            Clerk with { Approver = "ben" }).ShouldBeRefused().Message.ShouldBe("'ben' is not an approver");
        test.Ledger.Users.Add(new Person("ben", [Role.Recorder], []), Anna).ShouldBeDone();
        test.Ledger.Pledges.Add(Pledge(), Ben).ShouldBeDone();
    }

    [OnEachEngine]
    public void One_administrator_always_stays()
    {
        using var test = new TestLedger().WithPersons();
        test.Ledger.Users.Remove("anna", null, Anna).ShouldBeRefused().Message.ShouldBe("anna is the only administrator");
        test.Ledger.Users.Change("ben", [Role.Administrator], null, null, Anna).ShouldBeDone();
        test.Ledger.Users.Remove("anna", null, Ben).ShouldBeDone();
    }

    [OnEachEngine]
    public void Who_is_limited_to_funds_moves_no_other()
    {
        using var test = new TestLedger().WithPersons();
        test.Ledger.Users.Change("ben", null, ["upr-p"], null, Anna).ShouldBeDone();
        test.Ledger.Pledges.Add(Pledge("UPR-P"), Ben).ShouldBeDone();
        test.Ledger.Pledges.Add(Pledge("VFTC"), Ben).ShouldBeRefused().Message.ShouldBe("ben may not record what moves VFTC: only UPR-P");
        test.Ledger.Payments.Add(new NewPayment("NOR", "UPR-P", Day("2025-05-01"), Euro(5)), [new() { Fund = "VFTC" }], Ben).ShouldBeRefused();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(9));
        test.Ledger.Pledges.WriteOff("P-1", null, Day("2025-03-01"), "lost", Clerk with { Approver = "ben" })
            .ShouldBeRefused().Message.ShouldContain("may not approve what moves VFTC");
    }

    [OnEachEngine]
    public void A_change_that_changes_nothing_is_not_recorded()
    {
        using var test = new TestLedger().WithPersons();
        var head = test.Ledger.Journal.Head();
        test.Ledger.Users.Change("ben", [Role.Approver, Role.Recorder], [], null, Anna).ShouldBeRefused();
        test.Ledger.Journal.Head().ShouldBe(head);
    }
}
