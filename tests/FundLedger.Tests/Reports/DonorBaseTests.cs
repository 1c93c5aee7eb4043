using FundLedger.Donors;
using FundLedger.Pledges;
using FundLedger.Reports;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Reports.PaperLedger;

namespace FundLedger.Tests.Reports;

public class DonorBaseTests
{
    static readonly DonorRoll Roll = new(new DonorDirectory(DonorReference.All), Day("2025-12-31"), "en");

    static DonorBase Of(PaperLedger ledger, int year = 2025) =>
        DonorBase.Of(ledger.Figures(Day("2025-12-31")), Roll, year);

    static string[] Codes(DonorBase donors, Giving giving) => [.. donors[giving].Select(donor => donor.Code)];

    [Fact]
    public void Donors_are_told_apart_by_the_years_in_which_they_gave()
    {
        var ledger = new PaperLedger();
        foreach (var (donor, year) in new[]
                 {
                     ("NOR", 2023), ("NOR", 2024), ("NOR", 2025), ("POL", 2022), ("POL", 2025), ("FJI", 2025),
                         ("EU", 2020),
                     ("SWE", 2024),
                 })
            ledger.Pay(donor, "VFTC", $"{year}-05-01", Usd(100), 0);

        var donors = Of(ledger);

        Codes(donors, Giving.Continuing).ShouldBe(["NOR"]);
        Codes(donors, Giving.Returning).ShouldBe(["POL"]);
        Codes(donors, Giving.FirstTime).ShouldBe(["FJI"]);
        Codes(donors, Giving.Lapsed).ShouldBe(["SWE", "EU"]);
        Codes(donors, Giving.Never).ShouldContain("FRA");
        Codes(donors, Giving.Never).ShouldNotContain("NOR");
        Codes(donors, Giving.Never).ShouldNotContain("UNDP");
        donors[Giving.Never].Length.ShouldBe(195 - 4);
        donors.Gave.Select(donor => donor.Code).ShouldBe(["FJI", "NOR", "POL"]);
        donors.FirstYear.ShouldBe(2020);
    }

    [Fact]
    public void To_give_is_to_pay_and_not_to_promise_or_to_be_reversed()
    {
        var ledger = new PaperLedger();
        ledger.Pledge("NOR", "VFTC", "2025-01-01", Usd(100), Rung.Signed);
        ledger.Reverse(ledger.Pay("POL", "VFTC", "2025-02-01", Usd(100), 0), "2025-03-01");

        var donors = Of(ledger);

        donors.Gave.ShouldBeEmpty();
        Codes(donors, Giving.Never).ShouldContain("NOR");
        Codes(donors, Giving.Never).ShouldContain("POL");
        donors.FirstYear.ShouldBeNull();
    }

    [Fact]
    public void What_happens_later_does_not_change_an_earlier_year()
    {
        var ledger = new PaperLedger();
        ledger.Pay("NOR", "VFTC", "2024-05-01", Usd(100), 0);
        ledger.Pay("NOR", "VFTC", "2025-05-01", Usd(100), 0);

        Codes(Of(ledger, 2024), Giving.FirstTime).ShouldBe(["NOR"]);
    }

    [Fact]
    public void A_donor_is_what_it_was_on_the_day()
    {
        var before = new DonorRoll(new DonorDirectory(DonorReference.All), Day("2010-12-31"), "en");

        before["SSD"].IsMemberState.ShouldBeFalse();
        Roll["SSD"].IsMemberState.ShouldBeTrue();
        before["TUR"].Name.ShouldBe("Turkey");
        Roll["TUR"].Name.ShouldBe("Türkiye");
        before["MDV"].IsLdc.ShouldBeTrue();
        Roll["MDV"].MarkedName.ShouldBe("Maldives‡");
        Roll["nobody"].ShouldBe(new DonorOnDay("nobody", "nobody", DonorGroup.Others));
    }
}
