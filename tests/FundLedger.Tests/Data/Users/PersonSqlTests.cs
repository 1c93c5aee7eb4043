using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.ForeignProgram;
using static FundLedger.Tests.Data.TestLedgers;

namespace FundLedger.Tests.Data.Users;

/// <summary>Roles and approval hold against SQL written by hand, for administrators too: invariant 9.</summary>
public sealed class PersonSqlTests : IDisposable
{
    readonly TestLedger _test = new TestLedger().WithPersons();
    readonly ForeignProgram _foreign;

    public PersonSqlTests()
    {
        _test.Ledger.Approvals.Set(EntryKind.Payment, Amount.Usd(1_000_00), null, Anna).ShouldBeDone();
        _foreign = new ForeignProgram(_test.Address);
    }

    [TheoryOnEachEngine]
    [InlineData("eve", "settings")]
    [InlineData("dora", "settings")]
    [InlineData("dora", "report")]
    [InlineData("cleo", "payment")]
    [InlineData("ben", "users")]
    [InlineData("ben", "approval-rules")]
    public void Who_has_not_the_role_records_nothing(string by, string kind) =>
        _foreign.Refusal(Entry(kind, "2026-01-05", by)).ShouldContain("not an active person with the role");

    [TheoryOnEachEngine]
    [InlineData("anna", "users")]
    [InlineData("anna", "payment")]
    [InlineData("clerk", "payment")]
    [InlineData("cleo", "report")]
    public void Who_has_the_role_records(string by, string kind) => _foreign.Try(Entry(kind, "2026-01-05", by));

    [OnEachEngine]
    public void Who_left_records_and_approves_nothing()
    {
        _test.Ledger.Users.Remove("ben", null, Anna).ShouldBeDone();
        _foreign.Refusal(Entry("settings", "2026-01-05", "ben")).ShouldContain("not an active person");
        _foreign.Refusal(Entry("settings", "2026-01-05", "clerk", "ben")).ShouldContain("not an active approver");
    }

    [TheoryOnEachEngine]
    [InlineData("clerk", "anna")]   // an administrator is no approver
    [InlineData("clerk", "eve")]
    public void Only_an_approver_approves(string by, string approver) =>
        _foreign.Refusal(Entry("write-off", "2026-01-05", by, approver)).ShouldContain("not an active approver");

    [TheoryOnEachEngine]
    [InlineData("anna")]
    [InlineData("ben")]
    public void Nobody_approves_what_he_records(string by) => _foreign.Refusal(Entry("write-off", "2026-01-05", by, by));

    [TheoryOnEachEngine]
    [InlineData("write-off")]
    [InlineData("refund")]
    [InlineData("rates")]
    public void What_the_rules_name_is_not_recorded_by_one_person(string kind)
    {
        _foreign.Refusal(Entry(kind, "2026-01-05", "anna")).ShouldContain("need the approval of a second person");
        _foreign.Try(Entry(kind, "2026-01-05", "anna", "cleo"));
    }

    [OnEachEngine]
    public void An_amount_above_the_threshold_is_not_recorded_by_one_person_in_parts_either()
    {
        _foreign.Try(Entry("payment", "2026-01-05") + Posting(1, 1_000_00));
        _foreign.Refusal(Entry("payment", "2026-01-05") + Posting(1, 1_000_01)).ShouldContain("of this kind and amount");
        _foreign.Refusal(Entry("payment", "2026-01-05") + Posting(1, 600_00, fund: "VFTC") + Posting(2, 400_01, fund: "UPR-P"))
            .ShouldContain("of this kind and amount");
        _foreign.Try(Entry("payment", "2026-01-05") + Posting(1, 1_000_00) + Posting(2, -1_000_00) + Posting(3, 1_000_00, account: "contributions"));
        _foreign.Try(Entry("payment", "2026-01-05", approvedBy: "cleo") + Posting(1, 1_000_01));
    }

    [OnEachEngine]
    public void Persons_and_rules_come_in_no_other_entry()
    {
        _foreign.Refusal(Entry("settings", "2026-01-05")
            + "INSERT INTO person (entry, line, name, roles, funds, is_active) SELECT MAX(number), 1, 'eve', 'administrator', '', 1 FROM entry")
            .ShouldContain("entries of kind users");
        _foreign.Refusal(Entry("settings", "2026-01-05")
            + "INSERT INTO approval_rule (entry, line, kind, threshold_usd) SELECT MAX(number), 1, 'payment', NULL FROM entry")
            .ShouldContain("entries of kind approval-rules");
    }

    public void Dispose()
    {
        _foreign.Dispose();
        _test.Dispose();
    }
}
