using System.Collections.Immutable;
using FundLedger.Closing;
using FundLedger.Data.Pledges;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Tests.Data;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Faults;

/// <summary>Leap days, ends of months, the turn of the year, and clocks that jump.</summary>
public class CalendarTests
{
    [TheoryOnEachEngine]
    [InlineData("2024-02-29", 12, "2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29")]
    [InlineData("2025-01-31", 1, "2025-01-31 2025-02-28 2025-03-31 2025-04-30 2025-05-31")]
    [InlineData("2023-08-31", 6, "2023-08-31 2024-02-29 2024-08-31 2025-02-28 2025-08-31")]
    [InlineData("2099-12-31", 3, "2099-12-31 2100-03-31 2100-06-30 2100-09-30 2100-12-31")]
    public void Instalments_keep_their_day_over_leap_days_and_short_months(string first, int months, string due)
    {
        using var test = new TestLedger();
        test.Ledger.Pledges.Add(new NewPledge("NOR", "VFTC", Day("2023-01-10"), Euro(1000.01m))
        { Reference = "P-1", Plan = new InstalmentPlan { Count = 5, First = Day(first), MonthsApart = months } }, Clerk).ShouldBeDone();

        var pledge = test.Ledger.Pledges.Find("P-1").ShouldBeDone();

        pledge.Open.Select(claim => DayText.Iso(claim.Due)).ShouldBe(due.Split(' '));
        pledge.Open.Aggregate(Euro(0), (sum, claim) => sum + claim.Outstanding).ShouldBe(Euro(1000.01m));
    }

    [OnEachEngine]
    public void Instalments_beyond_any_calendar_are_refused()
    {
        using var test = new TestLedger();
        test.Ledger.Pledges.Add(new NewPledge("NOR", "VFTC", Day("2023-01-10"), Euro(1000))
        { Plan = new InstalmentPlan { Count = 600, First = Day("2025-01-01"), MonthsApart = int.MaxValue } }, Clerk)
            .ShouldBeRefused().Message.ShouldContain("after 2200");
    }

    [OnEachEngine]
    public void A_year_is_over_with_its_last_second_and_not_before()
    {
        using var test = new TestLedger();
        test.Clock.Now = new DateTimeOffset(2024, 12, 31, 23, 59, 59, TimeSpan.Zero);
        test.Ledger.Closing.Close(2024, ImmutableSortedDictionary<FindingKind, string>.Empty, Clerk).ShouldBeRefused().Message.ShouldContain("not over");

        test.Clock.Now += TimeSpan.FromSeconds(1);
        test.Ledger.Closing.Close(2024, ImmutableSortedDictionary<FindingKind, string>.Empty, Clerk).ShouldBeDone();
        test.Ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2024-12-31"), Euro(1)), [], Clerk).ShouldBeRefused().Message.ShouldContain("2024");
        test.Ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2025-01-01"), Euro(1)), [], Clerk).ShouldBeDone();
    }

    [OnEachEngine]
    public void A_clock_that_jumps_leaves_entries_in_their_order_and_the_chain_whole()
    {
        using var test = new TestLedger();
        var start = test.Clock.Now;
        foreach (var days in new[] { 0, 3650, -3650, 1, -1, 0, 400 })
        {
            test.Clock.Now = start.AddDays(days);
            test.Ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2025-02-28"), Euro(10)), [], Clerk).ShouldBeDone();
        }

        var moments = test.Ledger.Query<long>("SELECT recorded_at FROM entry ORDER BY number").ToArray();
        moments.ShouldBe(moments.Order());
        test.Ledger.Checks.Run().ShouldAllBe(check => check.Problems.IsEmpty);
    }

    [OnEachEngine]
    public void A_leap_day_is_a_day_like_others_in_figures_as_at()
    {
        using var test = new TestLedger();
        test.Ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2024-02-29"), Euro(90)), [], Clerk).ShouldBeDone();
        var known = test.Ledger.Journal.Known().Value;
        test.Ledger.Figures.Read(Day("2024-02-28"), known).Total().Received.ShouldBe(Amount.Usd(0));
        test.Ledger.Figures.Read(Day("2024-02-29"), known).Total().Received.ShouldBe(Amount.Usd(10_000));
    }
}
