using FundLedger.Money;
using FundLedger.Reports.Receivables;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Reports.Receivables;

public class OverdueBandTests
{
    [Theory]
    [InlineData("2026-01-01", "not-due")]
    [InlineData("2025-12-31", "not-due")]
    [InlineData("2025-12-30", "1-30")]
    [InlineData("2025-12-01", "1-30")]
    [InlineData("2025-11-30", "31-90")]
    [InlineData("2025-10-02", "31-90")]
    [InlineData("2025-10-01", "91-180")]
    [InlineData("2025-07-04", "91-180")]
    [InlineData("2025-07-03", "181-365")]
    [InlineData("2024-12-31", "181-365")]
    [InlineData("2024-12-30", "over-365")]
    public void What_is_due_falls_into_the_band_of_its_days(string due, string band) =>
        OverdueBand.Of(Day(due), Day("2025-12-31")).Key.ShouldBe(band);

    [Theory]
    [InlineData("2025-01-01", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    public void Current_is_what_is_overdue_or_falls_due_within_twelve_months(string due, bool isCurrent) =>
        new OpenClaim("VFTC", "NOR", 1, "P", 1, Day(due), Euro(1), Euro(1)).IsCurrent(Day("2025-12-31")).ShouldBe(isCurrent);

    [Theory]
    [InlineData("over-400=5", "'over-400' is no band of ages")]
    [InlineData("31-90", "'31-90' has no percentage")]
    [InlineData("31-90=101", "'31-90=101' has no percentage")]
    [InlineData("31-90=1.25", "'31-90=1.25' has no percentage")]
    [InlineData("31-90=-1", "'31-90=-1' has no percentage")]
    public void A_table_of_percentages_that_cannot_be_is_refused(string text, string message) =>
        AllowanceTable.Parse(text).ShouldBeRefused().Message.ShouldStartWith(message);

    [Fact]
    public void An_allowance_is_each_bands_part_rounded_half_up_to_the_cent()
    {
        var table = AllowanceTable.Parse("1-30=12.5 over-365=100").ShouldBeDone();
        table.IsEmpty.ShouldBeFalse();
        var sum = AgedSum.Of(
        [
            new OpenClaim("VFTC", "NOR", 1, "P", 1, Day("2025-12-20"), Euro(1), Amount.Usd(1004)),
            new OpenClaim("VFTC", "NOR", 1, "P", 2, Day("2020-12-20"), Euro(1), Amount.Usd(7)),
            new OpenClaim("VFTC", "NOR", 1, "P", 3, Day("2028-12-20"), Euro(1), Amount.Usd(50)),
        ], Day("2025-12-31"));
        table.Of(sum).MinorUnits.ShouldBe(126 + 7);
        (sum.Total.MinorUnits, sum.Current.MinorUnits, sum.NonCurrent.MinorUnits, sum.Overdue.MinorUnits).ShouldBe((1061, 1011, 50, 1011));
        AllowanceTable.Parse(null).ShouldBeDone().IsEmpty.ShouldBeTrue();
    }
}
