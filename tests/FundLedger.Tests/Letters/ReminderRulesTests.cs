using FundLedger.Letters;
using FundLedger.Reports.Receivables;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Letters;

public class ReminderRulesTests
{
    static readonly ReminderRules Rules = new(FirstAfter: 30, Every: 14, AtMost: 3);

    [Theory]
    [InlineData("2025-03-30", null)]
    [InlineData("2025-03-31", 1)]
    [InlineData("2026-03-31", 1)]
    public void The_first_reminder_is_due_after_so_many_days(string day, int? step) =>
        Rules.NextStep(Day("2025-03-01"), null, Day(day)).ShouldBe(step);

    [Theory]
    [InlineData(1, "2025-04-13", null)]
    [InlineData(1, "2025-04-14", 2)]
    [InlineData(2, "2025-04-14", 3)]
    [InlineData(3, "2026-04-14", null)]
    public void A_later_one_comes_after_the_interval_and_never_more_than_the_most(int sent, string day, int? step) =>
        Rules.NextStep(Day("2025-03-01"), (sent, Day("2025-03-31")), Day(day)).ShouldBe(step);

    [Fact]
    public void A_plan_has_one_letter_a_donor_and_leaves_out_what_is_not_due()
    {
        OpenClaim Claim(string donor, long pledge, string due) => new("VFTC", donor, pledge, $"P-{pledge}", 1, Day(due), Euro(5), Euro(5));
        var plan = ReminderPlan.Of(
            [Claim("SWE", 1, "2025-01-01"), Claim("NOR", 2, "2025-01-01"), Claim("NOR", 3, "2025-01-05"), Claim("NOR", 4, "2025-03-20")],
            [new SentReminder(2, 1, 1, Day("2025-02-01"))], Rules, Day("2025-03-31"));
        plan.Select(letter => (letter.Donor, string.Join(",", letter.Due.Select(one => $"{one.Claim.Reference}:{one.Step}"))))
            .ShouldBe([("NOR", "P-2:2,P-3:1"), ("SWE", "P-1:1")]);
    }

    [Theory]
    [InlineData("reminders.every", "0")]
    [InlineData("reminders.at-most", "21")]
    [InlineData("reminders.first-after", "soon")]
    public void Rules_that_cannot_be_followed_are_refused(string name, string value)
    {
        using var test = new TestLedger();
        test.Ledger.Settings.Change(name, value, null, Clerk).ShouldBeRefused();
        test.Ledger.Settings.Change(name, "7", null, Clerk).ShouldBeDone();
    }
}
