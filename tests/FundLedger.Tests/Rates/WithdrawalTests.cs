using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Rates;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Rates;

public class WithdrawalTests
{
    static readonly Amount Marks = new(10_000, Currency.Of("DEM"));
    static readonly Rate Rate = Rate("DEM", "1998-12-31", 1.67m);

    [Theory]
    [InlineData("2002-02-28", false)]
    [InlineData("2002-03-01", true)]
    [InlineData("2025-05-05", true)]
    public void A_pledge_or_payment_of_a_day_after_the_withdrawal_is_refused(string day, bool refused)
    {
        var pledge = RecordPledge.Decide(new NewPledge("DEU", "VFTC", Day(day), Marks), Rate);
        var payment = RecordPayment.Decide(new NewPayment("DEU", "VFTC", Day(day), Marks), Rate, _ => Rate);
        (pledge.IsRefused, payment.IsRefused).ShouldBe((refused, refused));
        if (refused) pledge.ShouldBeRefused().Message.ShouldBe($"DEM (Deutsche Mark) was withdrawn on 2002-03-01 and cannot be of {day}");
    }

    [Fact]
    public void Without_a_rate_the_withdrawal_is_named_and_not_the_missing_rate() =>
        new RateTable([]).On(Day("2025-05-05"), Marks.Currency).ShouldBeRefused().Message.ShouldContain("was withdrawn");
}
