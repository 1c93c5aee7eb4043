using System.Collections.Immutable;
using FundLedger.Closing;
using FundLedger.Data.Contributions;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Pledges;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;
using static FundLedger.Tests.Data.TestLedgers;

namespace FundLedger.Tests.Data.Closing;

public class ClosingStoreTests
{
    static readonly ImmutableSortedDictionary<FindingKind, string> Nothing = ImmutableSortedDictionary<FindingKind, string>.Empty;

    [OnEachEngine]
    public void The_checklist_finds_what_stood_open_on_the_last_day_of_the_year()
    {
        using var test = new TestLedger();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(1000), Rung.Pledged);
        test.Ledger.Promise("P-2", "2025-02-10", Euro(500), Rung.Signed);
        test.Ledger.Pay("R-1", "2025-12-30", Euro(70));
        // What is put in order after the end of the year was still open on its last day.
        test.Ledger.Pay("R-2", "2026-01-15", Euro(500), "P-2");
        test.Ledger.Promise("P-3", "2026-01-20", Euro(9), Rung.Pledged);
        test.Ledger.Pay("R-0", "2025-12-20", Euro(9));
        test.Ledger.Payments.Allocate("R-0", [new() { Pledge = "P-3" }], Day("2026-01-21"), Clerk).ShouldBeDone();

        var found = test.Ledger.Closing.Checklist(2025).Value;

        found.Select(finding => (finding.Kind, finding.Count, finding.Detail)).ShouldBe(
        [
            (FindingKind.UnsignedPledges, 1, "P-1"), (FindingKind.OverdueInstalments, 2, "P-1#1, P-2#1"),
            (FindingKind.UnallocatedReceipts, 2, "R-1, R-0"), (FindingKind.MissingRates, 1, "EUR"),
        ]);
        found[0].Usd.ShouldBe(Rate("EUR", "2024-12-31", 0.95m).ToUsd(Euro(1000)));
        var rate = Rate("EUR", "2025-06-01", 0.88m);
        found[2].Usd.ShouldBe(rate.ToUsd(Euro(70)) + rate.ToUsd(Euro(9)));
    }

    [OnEachEngine]
    public void A_rate_of_the_last_month_clears_the_missing_one()
    {
        using var test = new TestLedger();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(1000));
        test.Ledger.Rates.Add([Rate("EUR", "2025-12-01", 0.9m)], "December", Clerk).ShouldBeDone();
        test.Ledger.Closing.Checklist(2025).Value.ShouldNotContain(finding => finding.Kind == FindingKind.MissingRates);
    }

    [OnEachEngine]
    public void Waiting_proposals_and_failed_checks_are_found()
    {
        using var test = new TestLedger().WithPersons();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(1000));
        test.Ledger.Pledges.Cancel("P-1", Day("2025-03-01"), "withdrawn", Clerk).ShouldBeDone();
        test.Ledger.Rates.Add([Rate("EUR", "2025-12-01", 0.9m)], "December", Clerk).ShouldBeDone().Proposal.ShouldNotBeNull();
        test.Ledger.Closing.Checklist(2025).Value.Single().Kind.ShouldBe(FindingKind.WaitingProposals);

        using var foreign = new ForeignProgram(test.Address);
        foreign.Keep("UPDATE total SET usd = usd + 1 WHERE account = 'receivable'");
        test.Ledger.Closing.Checklist(2025).Value[1].Kind.ShouldBe(FindingKind.FailedChecks);
    }

    [OnEachEngine]
    public void A_closing_keeps_its_findings_and_explanations_as_known_then()
    {
        using var test = new TestLedger();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(1000), Rung.Pledged);
        var before = test.Ledger.Journal.Known().Value;
        test.Ledger.Closing.Close(2025, Nothing, Clerk).Problems.Length.ShouldBe(3);

        test.Ledger.Closing.Close(2025, AllExplained, Clerk).ShouldBeDone();

        var closed = test.Ledger.Closing.Of(2025, test.Ledger.Journal.Known().Value).ShouldNotBeNull();
        closed.Findings.Length.ShouldBe(3);
        closed.Findings.ShouldAllBe(finding => finding.Explanation == "seen and accepted");
        closed.By.ShouldBe("clerk");
        test.Ledger.Closing.Of(2025, before).ShouldBeNull();
        test.Ledger.ShouldVerify();
    }

    [OnEachEngine]
    public void Nothing_is_dated_in_a_closed_year_and_the_answer_names_who_can_open_it()
    {
        using var test = new TestLedger();
        test.Ledger.Closing.Close(2025, AllExplained, Clerk).ShouldBeDone();

        var refused = test.Ledger.Pledges.Add(new NewPledge("NOR", "VFTC", Day("2024-05-01"), Euro(5)), Clerk).ShouldBeRefused();
        refused.Message.ShouldBe("2024 is closed: nothing can be dated 2024-05-01");
        refused.Remedy.ShouldContain("a second person");

        test.WithPersons();
        test.Ledger.Pledges.Add(new NewPledge("NOR", "VFTC", Day("2025-12-31"), Euro(5)), Clerk).ShouldBeRefused()
            .Remedy.ShouldContain("ben or cleo");
        test.Ledger.Promise("P-1", "2026-01-01", Euro(5));
    }

    [OnEachEngine]
    public void An_import_names_each_row_that_falls_in_a_closed_year()
    {
        using var test = new TestLedger();
        test.Ledger.Closing.Close(2024, AllExplained, Clerk).ShouldBeDone();
        var file = test.File("rows.csv", """
            kind,reference,donor,fund,date,currency,amount
            pledge,P-1,NOR,VFTC,2024-12-31,EUR,10.00
            pledge,P-2,NOR,VFTC,2025-01-01,EUR,10.00
            payment,R-1,NOR,VFTC,2023-01-01,EUR,10.00
            """);

        var refused = test.Ledger.Contributions.Import(file, new ImportOptions(), Clerk);

        refused.Problems.Select(problem => (problem.Row, problem.Column)).ShouldBe([(2L, "date"), (4L, "date")]);
    }

    [OnEachEngine]
    public void A_year_is_opened_again_by_two_and_the_latest_first()
    {
        using var test = new TestLedger();
        test.Ledger.Closing.Close(2024, AllExplained, Clerk).ShouldBeDone();
        test.Ledger.Closing.Close(2025, AllExplained, Clerk).ShouldBeDone();

        test.Ledger.Closing.Reopen(2025, "late", Clerk).ShouldBeRefused().Message.ShouldContain("needs a second person");
        test.Ledger.Closing.Reopen(2025, "late", Clerk with { Approver = "clerk" }).ShouldBeRefused().Message.ShouldContain("cannot approve");
        test.Ledger.Closing.Reopen(2024, "late", Clerk with { Approver = "cleo" }).ShouldBeRefused().Message.ShouldContain("2025 is closed too");
        test.Ledger.Closing.Reopen(2025, "late", Clerk with { Approver = "cleo" }).ShouldBeDone();

        test.Ledger.Closing.Closed().Through.ShouldBe(2024);
        test.Ledger.Closing.Of(2025, test.Ledger.Journal.Known().Value).ShouldBeNull();
        test.Ledger.Promise("P-1", "2025-06-01", Euro(5));
        test.Ledger.Closing.Close(2025, AllExplained, Clerk).ShouldBeDone();
        test.Ledger.ShouldVerify();
    }

    [OnEachEngine]
    public void A_reopening_waits_for_a_second_person_once_there_are_persons()
    {
        using var test = new TestLedger().WithPersons();
        test.Ledger.Closing.Close(2025, AllExplained, Clerk).ShouldBeDone();

        var proposal = test.Ledger.Closing.Reopen(2025, "late", Clerk).ShouldBeDone().Proposal.ShouldNotBeNull();
        test.Ledger.Closing.Closed().Through.ShouldBe(2025);
        test.Ledger.Proposals.Approve(proposal, Cleo).ShouldBeDone();
        test.Ledger.Closing.Closed().Through.ShouldBe(2024);
    }

    [OnEachEngine]
    public void What_is_no_year_is_neither_checked_nor_closed()
    {
        using var test = new TestLedger();
        test.Ledger.Closing.Checklist(0).ShouldBeRefused().Message.ShouldBe("0 is not a year of a ledger");
        test.Ledger.Closing.Close(20255, AllExplained, Clerk).ShouldBeRefused().Message.ShouldBe("20255 is not a year of a ledger");
    }

    [OnEachEngine]
    public void A_reversal_is_dated_in_an_open_year()
    {
        using var test = new TestLedger();
        var promise = test.Ledger.Promise("P-1", "2024-01-10", Euro(100));
        test.Ledger.Closing.Close(2024, AllExplained, Clerk).ShouldBeDone();

        test.Ledger.Journal.Reverse(promise.Entry, Day("2024-06-01"), "a slip", Clerk).ShouldBeRefused().Message.ShouldContain("2024 is closed");
        test.Ledger.Journal.Reverse(promise.Entry, Day("2025-01-01"), "a slip", Clerk).ShouldBeDone();
    }
}
