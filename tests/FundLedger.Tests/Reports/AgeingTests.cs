using FundLedger.Pledges;
using FundLedger.Reports;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Reports.PaperLedger;

namespace FundLedger.Tests.Reports;

public class AgeingTests
{
    [Theory]
    [InlineData(2028, AgeBand.Later)]
    [InlineData(2027, AgeBand.Later)]
    [InlineData(2026, AgeBand.Next)]
    [InlineData(2025, AgeBand.UnderOne)]
    [InlineData(2024, AgeBand.OneToTwo)]
    [InlineData(2023, AgeBand.TwoToThree)]
    [InlineData(2022, AgeBand.OverThree)]
    [InlineData(1999, AgeBand.OverThree)]
    public void The_age_follows_from_the_year_in_which_something_falls_due(int due, AgeBand band) =>
        Ageing.BandOf(due, 2025).ShouldBe(band);

    [Fact]
    public void What_is_paid_is_not_owed_and_what_binds_is_apart()
    {
        var ledger = new PaperLedger();
        var paid = ledger.Pledge("NOR", "VFTC", "2024-01-01", Usd(100), Rung.Signed);
        ledger.Pay("NOR", "VFTC", "2025-02-01", Usd(60), paid);
        ledger.Pledge("NOR", "VFTC", "2025-01-01", Usd(30), Rung.Pledged, InstalmentPlan.Once(Day("2027-01-01")));
        ledger.Pledge("NOR", "VFTC", "2025-01-01", Usd(7), Rung.Announced);
        var figures = ledger.Figures(Day("2025-12-31"));

        var signed = Ageing.Of(figures, 2025, Ageing.IsReceivable);
        var pledged = Ageing.Of(figures, 2025, Ageing.IsPledgedOnly);

        (signed[AgeBand.OneToTwo], signed.Total, signed.Current, signed.Overdue)
            .ShouldBe((Usd(40), Usd(40), Usd(40), Usd(40)));
        (pledged.NonCurrent, pledged.Total, pledged.Overdue).ShouldBe((Usd(30), Usd(30), Usd(0)));
        Ageing.Of(figures, 2024, Ageing.IsReceivable).Total.ShouldBe(Usd(100));
    }
}
