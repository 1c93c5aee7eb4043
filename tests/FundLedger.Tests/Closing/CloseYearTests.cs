using System.Collections.Immutable;
using FundLedger.Closing;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Closing;

public class CloseYearTests
{
    static readonly DateOnly Today = new(2026, 3, 2);
    static readonly ImmutableDictionary<FindingKind, string> Nothing = ImmutableDictionary<FindingKind, string>.Empty;

    [Fact]
    public void A_year_is_closed_through_itself()
    {
        var draft = CloseYear.Decide(2025, new ClosedYears(2024), Today, [], Nothing).ShouldBeDone();
        draft.Records.ShouldBe([new YearClosing(2025, 2025)]);
        (draft.Kind, draft.Date).ShouldBe((EntryKind.Closing, new DateOnly(2025, 12, 31)));
    }

    [Theory]
    [InlineData(2026, 2024, "2026 is not over")]
    [InlineData(2024, 2024, "2024 is closed already")]
    [InlineData(2025, 2022, "2023 is not closed")]
    public void Years_are_closed_in_their_order_and_after_their_end(int year, int through, string message) =>
        CloseYear.Decide(year, new ClosedYears(through), Today, [], Nothing).ShouldBeRefused().Message.ShouldBe(message);

    [Fact]
    public void The_first_closing_may_be_of_any_year_that_is_over() =>
        CloseYear.Decide(2019, new ClosedYears(0), Today, [], Nothing).ShouldBeDone();

    [Fact]
    public void Every_finding_without_an_explanation_is_named()
    {
        ImmutableArray<Finding> findings =
        [
            new(FindingKind.UnsignedPledges, 2, Amount.Usd(1_200_00), "P-1, P-2"), new(FindingKind.MissingRates, 1, Amount.Usd(0), "EUR"),
        ];
        var refused = CloseYear.Decide(2025, new ClosedYears(0), Today, findings,
            Nothing.Add(FindingKind.MissingRates, " ").Add(FindingKind.OverdueInstalments, "none"));
        refused.Problems.Select(problem => problem.Message).ShouldBe(
            ["2 unsigned pledges, US$ 1,200.00 (P-1, P-2)", "1 currency without a rate for 31 December (EUR)"]);
    }

    [Fact]
    public void Explanations_are_kept_with_the_closing()
    {
        var finding = new Finding(FindingKind.UnsignedPledges, 1, Amount.Usd(100), "P-1");
        var draft = CloseYear.Decide(2025, new ClosedYears(0), Today, [finding], Nothing.Add(FindingKind.UnsignedPledges, "letters are out"))
            .ShouldBeDone();
        draft.Records[1].ShouldBe(finding with { Explanation = "letters are out" });
    }

    [Theory]
    [InlineData(2025, "2025 is not closed")]
    [InlineData(2023, "2024 is closed too, and is later")]
    public void Only_the_last_closed_year_is_opened_again(int year, string message) =>
        CloseYear.Reopen(year, new ClosedYears(2024), "late").ShouldBeRefused().Message.ShouldBe(message);

    [Fact]
    public void A_year_is_opened_again_for_a_reason() =>
        CloseYear.Reopen(2024, new ClosedYears(2024), " ").ShouldBeRefused().Message.ShouldBe("the reopening has no reason");
}
