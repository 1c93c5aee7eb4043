using FundLedger.Data.Reports;
using FundLedger.Journal;
using FundLedger.Payments;
using FundLedger.Reports.Issued;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Reports;

public class ReportStoreTests
{
    static MadeReport Report(TestLedger test, string id = "BR-1", string asAt = "2025-12-31", string? donor = null) =>
        new(id, "board", "{\"year\":2025}", null, donor, test.Ledger.Basis(Day(asAt), test.Ledger.Journal.Known().Value), new byte[] { 1, 2, 3 });

    static TestLedger WithMoney()
    {
        var test = new TestLedger();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(1000));
        test.Ledger.Pay("R-1", "2025-03-01", Euro(950), "P-1");
        return test;
    }

    [OnEachEngine]
    public void An_issued_report_is_on_record_with_its_basis_and_made_again_it_is_recorded_once()
    {
        using var test = WithMoney();
        var known = test.Ledger.Journal.Known().Value;
        var first = test.Ledger.Reports.Issue(Report(test), Clerk).ShouldBeDone();

        test.Ledger.Reports.Issue(Report(test), Clerk).ShouldBeDone().Entry.ShouldBe(first.Entry);

        var issued = test.Ledger.Reports.All().Single();
        (issued.Entry, issued.IssuedBy, issued.IssuedAt).ShouldBe((first.Entry, "clerk", test.Clock.Now));
        (issued.Report.KnownEntry, issued.Report.Seal, issued.Report.AsAt).ShouldBe((known.Entry, known.Seal, Day("2025-12-31")));
        issued.Report.Hash.ToArray().ShouldBe([1, 2, 3]);
        test.Ledger.ShouldVerify();
    }

    [OnEachEngine]
    public void That_a_report_was_issued_adds_nothing_to_what_is_known()
    {
        using var test = WithMoney();
        var known = test.Ledger.Journal.Known().Value;
        test.Ledger.Reports.Issue(Report(test), Clerk).ShouldBeDone();
        test.Ledger.Journal.Known().Value.ShouldBe(known);
    }

    [OnEachEngine]
    public void A_later_entry_in_its_period_makes_a_report_drift_with_old_and_new_figures()
    {
        using var test = WithMoney();
        test.Ledger.Reports.Issue(Report(test), Clerk).ShouldBeDone();
        test.Ledger.Reports.Drift().Value.ShouldBeEmpty();

        test.Ledger.Pay("R-2", "2026-01-05", Euro(40), "P-1");
        test.Ledger.Reports.Drift().Value.ShouldBeEmpty("the next year is not in the report");

        test.Ledger.Payments.Add(new NewPayment("SWE", "UPR-P", Day("2025-07-01"), Euro(88)), [], Clerk).ShouldBeDone();
        var drifted = test.Ledger.Reports.Drift().Value.Single();
        drifted.Issued.Report.Id.ShouldBe("BR-1");
        drifted.Changes.Select(change => (change.Fund, change.Year, change.Item, change.Before.ToPlainText(), change.After.ToPlainText())).ShouldBe(
        [
            ("UPR-P", 2025, "received", "0.00", "100.00"), ("UPR-P", 2025, "unallocated", "0.00", "100.00"),
            ("UPR-P", 2025, "contributions", "0.00", "100.00"),
        ]);
    }

    [OnEachEngine]
    public void A_statement_line_taken_over_later_is_a_drift_too()
    {
        using var test = WithMoney();
        test.Ledger.Reports.Issue(Report(test), Clerk).ShouldBeDone();
        test.Ledger.Statements.Import(test.File("s.csv", "fund,year,class,amount\nVFTC,2025,field work,20.00\n"), Clerk).ShouldBeDone();
        test.Ledger.Reports.Drift().Value.Single().Changes.Select(change => (change.Item, change.After.ToPlainText())).ShouldBe(
            [("expenditure", "20.00"), ("support-costs", "2.60")]);
    }

    [OnEachEngine]
    public void A_report_of_one_donor_does_not_drift_with_another()
    {
        using var test = WithMoney();
        test.Ledger.Reports.Issue(Report(test, "ST-1", donor: "NOR"), Clerk).ShouldBeDone();
        test.Ledger.Payments.Add(new NewPayment("SWE", "UPR-P", Day("2025-07-01"), Euro(88)), [], Clerk).ShouldBeDone();
        test.Ledger.Reports.Drift().Value.ShouldBeEmpty();
        test.Ledger.Pay("R-9", "2025-07-01", Euro(88));
        test.Ledger.Reports.Drift().Value.Single().Issued.Report.Donor.ShouldBe("NOR");
    }

    [OnEachEngine]
    public void Money_that_moved_between_donors_is_a_drift_although_every_total_stands()
    {
        using var test = WithMoney();
        test.Ledger.Pay("R-7", "2025-07-01", Euro(88));
        test.Ledger.Reports.Issue(Report(test), Clerk).ShouldBeDone();
        test.Ledger.Payments.Reverse("R-7", Day("2025-07-01"), "another donor", Clerk).ShouldBeDone();
        test.Ledger.Payments.Add(new NewPayment("SWE", "VFTC", Day("2025-07-01"), Euro(88)), [], Clerk).ShouldBeDone();
        test.Ledger.Reports.Drift().Value.Single().Changes.Single().Item.ShouldBe(ReportFigures.Division);
    }

    [OnEachEngine]
    public void A_report_that_was_issued_again_supersedes_the_one_before()
    {
        using var test = WithMoney();
        test.Ledger.Reports.Issue(Report(test), Clerk).ShouldBeDone();
        test.Ledger.Pay("R-9", "2025-07-01", Euro(88));
        test.Ledger.Reports.Drift().Value.Length.ShouldBe(1);
        test.Ledger.Reports.Issue(Report(test, "BR-2"), Clerk).ShouldBeDone();
        test.Ledger.Reports.Drift().Value.ShouldBeEmpty();
    }
}
