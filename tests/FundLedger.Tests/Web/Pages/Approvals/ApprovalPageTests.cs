using System.Net;
using FundLedger.Money;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Web.Pages.Approvals;

public sealed class ApprovalPageTests : IDisposable
{
    readonly DeskLedger _desk = new();
    readonly long _proposal;

    public ApprovalPageTests()
    {
        _desk.Test.Ledger.Promise("P-1", "2025-01-10", Euro(950));
        _proposal = _desk.Test.Ledger.Pledges.WriteOff("P-1", Euro(450), Day("2025-11-01"), "lost", Clerk).ShouldBeDone().Proposal!.Value;
    }

    [Fact]
    public void The_inbox_shows_before_and_after_and_keeps_nothing_of_it()
    {
        using var cleo = _desk.SignedIn("cleo");
        var head = _desk.Test.Ledger.Journal.Head().Entry;
        var page = cleo.Page("/approvals");
        page.ShouldContain("<td class=\"num\">950.00</td>");
        page.ShouldContain("<td class=\"num\">500.00</td>");
        _desk.Test.Ledger.Journal.Head().Entry.ShouldBe(head);
    }

    [Fact]
    public void A_second_person_approves_it()
    {
        using var cleo = _desk.SignedIn("cleo");
        cleo.Post("/approvals", ("proposal", Number), ("do", "approve")).StatusCode.ShouldBe(HttpStatusCode.Found);
        _desk.Test.Ledger.Pledges.Find("P-1").ShouldBeDone().Open.Aggregate(Amount.Zero(Currency.Of("EUR")), (sum, claim) => sum + claim.Outstanding)
            .ShouldBe(Euro(500));
        cleo.Page("/approvals").ShouldContain("Nothing waits");
        cleo.Page("/approvals/decided").ShouldContain("approved");
    }

    [Fact]
    public void Ones_own_cannot_be_approved_but_withdrawn_with_a_reason()
    {
        using var clerk = _desk.SignedIn("clerk");
        clerk.Page("/approvals").ShouldContain("proposed it and cannot approve it");
        clerk.Post("/approvals", ("proposal", Number), ("do", "approve")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        clerk.Post("/approvals", ("proposal", Number), ("do", "reject"), ("reject-reason", "")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        clerk.Post("/approvals", ("proposal", Number), ("do", "reject"), ("reject-reason", "typed wrong")).StatusCode.ShouldBe(HttpStatusCode.Found);
        clerk.Page("/approvals/decided").ShouldContain("withdrawn");
    }

    [Fact]
    public void Who_is_no_approver_decides_nothing_of_others()
    {
        using var vera = _desk.SignedIn("vera");
        vera.Post("/approvals", ("proposal", Number), ("do", "approve")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        _desk.Test.Ledger.Proposals.Waiting().Length.ShouldBe(1);
    }

    [Fact]
    public void What_moves_another_fund_is_not_shown_to_who_is_limited()
    {
        _desk.Test.Ledger.Pledges.Add(new FundLedger.Pledges.NewPledge("SWE", "UPR-P", Day("2025-01-10"), Euro(777)) { Reference = "OTHER-1" }, Clerk)
            .ShouldBeDone();
        _desk.Test.Ledger.Pledges.WriteOff("OTHER-1", null, Day("2025-11-01"), "lost", Clerk).ShouldBeDone();
        using var vera = _desk.SignedIn("vera");
        var page = vera.Page("/approvals");
        page.ShouldContain("P-1");
        page.ShouldNotContain("OTHER-1");
        page.ShouldNotContain("777");
    }

    string Number => FormattableString.Invariant($"{_proposal}");

    public void Dispose() => _desk.Dispose();
}
