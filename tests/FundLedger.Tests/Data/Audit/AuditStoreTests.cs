using FundLedger.Data.Audit;
using FundLedger.Donors;
using FundLedger.Funds;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Users;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;
using static FundLedger.Tests.Data.TestLedgers;

namespace FundLedger.Tests.Data.Audit;

public class AuditStoreTests
{
    static Donor Norway(TestLedger test) => test.Ledger.Standing.Donors.Find("NOR").Value;

    static AuditLine Last(TestLedger test) => test.Ledger.Audit.Page(new() { Take = 1 }).Single();

    [OnEachEngine]
    public void It_tells_who_did_what_when_and_why_and_what_was_before()
    {
        using var test = new TestLedger();
        test.Ledger.Donors.Change(Norway(test) with { Language = "fr", Aliases = "Norge|Kingdom of Norway" }, "asked for by letter", Ben).ShouldBeDone();

        var line = Last(test);
        (line.Entry.RecordedBy, line.Entry.Reason, line.Entry.RecordedAt).ShouldBe(("ben", "asked for by letter", test.Clock.Now));
        line.Changes.Select(change => (change.Record, change.Field, change.After))
            .ShouldBe([("donor NOR", "aliases", "Norge|Kingdom of Norway"), ("donor NOR", "language", "fr")]);
        line.Changes[1].Before.ShouldBe("en");
    }

    [OnEachEngine]
    public void It_names_the_pledges_payments_and_donors_that_an_entry_is_about()
    {
        using var test = new TestLedger();
        var pledge = test.Ledger.Promise("P-1", "2025-01-10", Euro(1000));
        Subjects(test).ShouldBe([new(SubjectKind.Pledge, "P-1", pledge.Entry), new(SubjectKind.Donor, "NOR", 0)], ignoreOrder: true);
        var payment = test.Ledger.Pay("R-1", "2025-03-10", Euro(400), "P-1");
        var both = new AuditSubject[]
        { new(SubjectKind.Pledge, "P-1", pledge.Entry), new(SubjectKind.Payment, "R-1", payment.Entry), new(SubjectKind.Donor, "NOR", 0) };
        Subjects(test).ShouldBe(both, ignoreOrder: true);
        test.Ledger.Attachments.Enclose(payment.Entry, "advice.pdf", [1], Clerk).ShouldBeDone();
        Subjects(test).ShouldBe([new(SubjectKind.Payment, "R-1", payment.Entry)]);
        test.Ledger.Payments.Reverse("R-1", Day("2025-03-11"), "of another donor", Clerk).ShouldBeDone();
        Subjects(test).ShouldBe(both, ignoreOrder: true);
        test.Ledger.Donors.Change(Norway(test) with { Language = "fr" }, "asked", Clerk).ShouldBeDone();
        Subjects(test).ShouldBe([new(SubjectKind.Donor, "NOR", 0)]);
    }

    [OnEachEngine]
    public void What_is_about_many_names_a_few()
    {
        using var test = new TestLedger();
        var founding = test.Ledger.Audit.Page(new() { Kind = EntryKind.Donors }).Single();
        founding.Subjects.Length.ShouldBe(4);
    }

    static AuditSubject[] Subjects(TestLedger test) => [.. Last(test).Subjects];

    [OnEachEngine]
    public void A_change_that_changes_nothing_is_not_recorded()
    {
        using var test = new TestLedger();
        test.Ledger.Settings.Set("banner", "x", null, Clerk).ShouldBeDone();
        var head = test.Ledger.Journal.Head();

        test.Ledger.Donors.Change(Norway(test), "no reason", Clerk).ShouldBeDone().Entry.ShouldBe(0);
        test.Ledger.Funds.Change(test.Ledger.Standing.Funds.All[0], "no reason", Clerk).ShouldBeDone().Entry.ShouldBe(0);
        test.Ledger.Settings.Set("banner", "x", null, Clerk).ShouldBeDone().Entry.ShouldBe(0);
        test.Ledger.Rates.Add([Rate("EUR", "2025-06-01", 0.88m)], "again", Clerk).ShouldBeDone().Entry.ShouldBe(0);

        test.Ledger.Journal.Head().ShouldBe(head);
    }

    [OnEachEngine]
    public void Rates_settings_funds_persons_and_rules_are_compared_with_what_stood_before()
    {
        using var test = new TestLedger();
        test.Ledger.Rates.Add([Rate("EUR", "2025-06-01", 0.89m), Rate("EUR", "2025-07-01", 0.9m)], "correction", Clerk).ShouldBeDone();
        Last(test).Changes.ShouldBe([new("rate EUR 2025-06-01", "rate", "0.88", "0.89"), new("rate EUR 2025-07-01", null, null, "added")]);

        test.Ledger.Settings.Set("banner", "x", null, Clerk).ShouldBeDone();
        test.Ledger.Settings.Set("banner", null, null, Clerk).ShouldBeDone();
        Last(test).Changes.ShouldBe([new("setting banner", "value", "x", null)]);

        test.Ledger.Funds.Change(test.Ledger.Standing.Funds.Find("VFTC").Value with { SupportCostRate = 1250 }, null, Clerk).ShouldBeDone();
        Last(test).Changes.ShouldBe([new("fund VFTC", "support_cost_rate", "13 %", "12.5 %")]);

        test.WithPersons();
        test.Ledger.Users.Change("ben", [Role.Recorder], ["VFTC"], null, Anna).ShouldBeDone();
        Last(test).Changes.ShouldBe([new("person ben", "roles", "recorder,approver", "recorder"), new("person ben", "funds", "", "VFTC")]);

        test.Ledger.Approvals.Set(EntryKind.Refund, Amount.Usd(50_00), null, Anna).ShouldBeDone();
        Last(test).Changes.ShouldBe([new("approval_rule refund", "threshold_usd", "0.00", "50.00")]);
    }

    [OnEachEngine]
    public void Of_many_new_records_the_first_twenty_are_named()
    {
        using var test = new TestLedger();
        var donors = test.Ledger.Audit.Page(new() { Kind = EntryKind.Donors }).Single();
        donors.Changes.Length.ShouldBe(21);
        donors.Changes[^1].After.ShouldBe($"and {test.Ledger.Standing.Donors.All.Length - 20} more added");
    }

    [OnEachEngine]
    public void It_is_asked_by_day_person_and_kind()
    {
        using var test = new TestLedger();
        test.Clock.Now = new DateTimeOffset(2026, 3, 5, 23, 59, 59, TimeSpan.Zero);
        test.Ledger.Promise("P-1", "2025-01-10", Euro(100));
        test.Clock.Now = new DateTimeOffset(2026, 3, 6, 0, 0, 0, TimeSpan.Zero);
        test.Ledger.Pledges.WriteOff("P-1", null, Day("2025-02-01"), "lost", Ben with { Approver = "cleo" }).ShouldBeDone();

        EntryKind[] Kinds(AuditFilter filter) => [.. test.Ledger.Audit.Page(filter).Select(line => line.Entry.Kind)];
        Kinds(new() { From = Day("2026-03-05"), To = Day("2026-03-05") }).ShouldBe([EntryKind.Pledge]);
        Kinds(new() { From = Day("2026-03-06") }).ShouldBe([EntryKind.WriteOff]);
        Kinds(new() { By = "cleo" }).ShouldBe([EntryKind.WriteOff]);
        Kinds(new() { By = "ben" }).ShouldBe([EntryKind.WriteOff]);
        Kinds(new() { Kind = EntryKind.Pledge }).ShouldBe([EntryKind.Pledge]);
        Kinds(new() { Take = 1, Skip = 1 }).ShouldBe([EntryKind.Pledge]);
    }
}
