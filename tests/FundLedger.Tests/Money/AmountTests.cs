using FundLedger.Money;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Money;

public class AmountTests
{
    static readonly Currency Euro = Currency.Of("EUR");

    [Fact]
    public void Two_currencies_never_meet()
    {
        Should.Throw<InvalidOperationException>(() => Amount.Usd(1) + new Amount(1, Euro));
        Should.Throw<InvalidOperationException>(() => Amount.Usd(0) - new Amount(0, Euro));
        Should.Throw<InvalidOperationException>(() => Amount.Usd(1) < new Amount(2, Euro));
    }

    [Fact]
    public void Arithmetic_that_does_not_fit_is_refused_and_never_wraps() =>
        Should.Throw<OverflowException>(() => Amount.Usd(long.MaxValue) + Amount.Usd(1));

    [Theory]
    [InlineData("JPY", 12500, "12500")]
    [InlineData("EUR", 12500, "125.00")]
    [InlineData("KWD", 12500, "12.500")]
    [InlineData("CLF", 12500, "1.2500")]
    [InlineData("EUR", -5, "-0.05")]
    public void An_amount_is_written_with_the_digits_of_its_currency(string currency, long units, string text) =>
        new Amount(units, Currency.Of(currency)).ToPlainText().ShouldBe(text);

    [Theory]
    [InlineData(5, 2, 3)]
    [InlineData(-5, 2, -3)]
    [InlineData(4, 3, 1)]
    [InlineData(392_562_5, 10, 392_563)]
    public void A_half_is_rounded_away_from_zero(long numerator, long denominator, long rounded) =>
        Rounding.HalfAwayFromZero(numerator, denominator).ShouldBe(rounded);

    [Fact]
    public void A_whole_share_is_exactly_the_amount() => new Amount(333, Euro).Share(7, 7).ShouldBe(new Amount(333, Euro));
}
