using CsCheck;
using FundLedger.Approvals;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Approvals;

public class ApprovalRulesTests
{
    static EntryDraft Draft(EntryKind kind, params Posting[] postings) =>
        new(kind, new DateOnly(2025, 5, 1), "draft") { Postings = [.. postings] };

    static Posting On(Account account, long cents, string fund = "VFTC") =>
        new(account, Movement.Received, fund, "NOR", Amount.Usd(cents), Amount.Usd(cents));

    [Fact]
    public void Above_the_threshold_a_second_person_is_needed_and_at_it_none()
    {
        var rules = new ApprovalRules([new ApprovalRule(EntryKind.Payment, Amount.Usd(100_00))]);
        rules.Requirement(Draft(EntryKind.Payment, On(Account.Bank, 100_00), On(Account.Contributions, -100_00))).ShouldBeNull();
        rules.Requirement(Draft(EntryKind.Payment, On(Account.Bank, 100_01), On(Account.Contributions, -100_01))).ShouldNotBeNull();
        rules.Requirement(Draft(EntryKind.Pledge, On(Account.Pledged, 200_00), On(Account.Memorandum, -200_00))).ShouldBeNull();
    }

    [Fact]
    public void An_amount_split_over_funds_or_instalments_weighs_as_much_as_the_whole() => Gen.Long[1, 1_000_000].Array[1, 12].Sample(parts =>
        ApprovalRules.Weight(parts.SelectMany((part, i) => new[] { On(Account.Bank, part, "F" + i), On(Account.Contributions, -part, "F" + i) }))
            .ShouldBe(Amount.Usd(parts.Sum())));

    [Fact]
    public void A_threshold_of_zero_needs_a_second_person_even_where_nothing_moves() =>
        new ApprovalRules([new ApprovalRule(EntryKind.Rates, Amount.Usd(0))]).Requirement(Draft(EntryKind.Rates)).ShouldNotBeNull();

    [Fact]
    public void The_newest_rule_of_a_kind_stands_and_one_without_threshold_ends_it()
    {
        var rules = new ApprovalRules([new ApprovalRule(EntryKind.Refund, Amount.Usd(0)), new ApprovalRule(EntryKind.Refund, null)]);
        rules.Requirement(Draft(EntryKind.Refund)).ShouldBeNull();
        rules.All.ShouldBeEmpty();
        rules.MissingUsual().Select(rule => rule.Kind).ShouldBe([EntryKind.WriteOff, EntryKind.Rates, EntryKind.Reopening]);
    }

    [Fact]
    public void Reopening_a_year_needs_a_second_person_without_any_rule() =>
        new ApprovalRules([]).Requirement(Draft(EntryKind.Reopening)).ShouldNotBeNull();

    [Theory]
    [InlineData(EntryKind.Decision, 0)]
    [InlineData(EntryKind.Rates, 5)]
    [InlineData(EntryKind.Payment, -1)]
    [InlineData(EntryKind.Reopening, 5)]
    public void Rules_that_would_mean_nothing_are_refused(EntryKind kind, long threshold) =>
        new ApprovalRule(kind, Amount.Usd(threshold)).Accept().ShouldBeRefused();
}
