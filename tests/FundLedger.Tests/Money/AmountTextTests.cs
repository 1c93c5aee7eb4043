using CsCheck;
using FundLedger.Money;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Money;

public class AmountTextTests
{
    // Exponents 0, 2, 3 and 4; no currency has one decimal.
    static readonly Currency[] OfEachExponent = [Of("JPY"), Of("EUR"), Of("KWD"), Of("CLF")];

    static readonly Gen<Amount> Amounts = Gen.Select(
        Gen.OneOf(Gen.Long[long.MinValue + 1, long.MaxValue], Gen.Long[-10_000_000, 10_000_000]),
        Gen.Int[0, OfEachExponent.Length - 1],
        (units, index) => new Amount(units, OfEachExponent[index]));

    public static TheoryData<string> Cultures => InCulture.Names;

    [Theory]
    [InlineData("12500.00", "EUR", 1250000)]
    [InlineData("12500", "EUR", 1250000)]
    [InlineData("-12.5", "EUR", -1250)]
    [InlineData("\u221212.5", "EUR", -1250)]
    [InlineData("+12.5", "EUR", 1250)]
    [InlineData("(12.50)", "EUR", -1250)]
    [InlineData("( 1,234.50 )", "EUR", -123450)]
    [InlineData("1,234,567.89", "EUR", 123456789)]
    [InlineData("1.234.567,89", "EUR", 123456789)]
    [InlineData("1.234,56", "EUR", 123456)]
    [InlineData("1,234.56", "EUR", 123456)]
    [InlineData("1,234,567", "EUR", 123456700)]
    [InlineData("12 500,00", "EUR", 1250000)]
    [InlineData("12 500", "EUR", 1250000)]
    [InlineData("12\u00A0500,00", "EUR", 1250000)]
    [InlineData("12\u202F500.5", "EUR", 1250050)]
    [InlineData("12'500.00", "EUR", 1250000)]
    [InlineData("12\u2019500", "EUR", 1250000)]
    [InlineData("12,5", "EUR", 1250)]
    [InlineData("0,500", "EUR", 50)]
    [InlineData("12500.000", "EUR", 1250000)]
    [InlineData("12500,00000", "EUR", 1250000)]
    [InlineData("  7 ", "EUR", 700)]
    [InlineData("-0", "EUR", 0)]
    [InlineData("1.234", "KWD", 1234)]
    [InlineData("1.234", "CLF", 12340)]
    [InlineData("1.2345", "CLF", 12345)]
    [InlineData("500.0", "JPY", 500)]
    [InlineData("1,234,567", "JPY", 1234567)]
    [InlineData("92233720368547758.07", "EUR", long.MaxValue)]
    public void An_amount_that_can_mean_one_thing_is_read(string text, string currency, long minorUnits)
    {
        AmountText.TryParse(text, Of(currency), out var amount, out var why).ShouldBeTrue(why);

        amount.ShouldBe(new Amount(minorUnits, Of(currency)));
    }

    [Theory]
    [InlineData("1,234", "EUR", "can mean 1234 or 1.234; write 1234.00 for the first")]
    [InlineData("1.234", "EUR", "can mean 1234 or 1.234; write 1234.00 for the first")]
    [InlineData("-12.500", "EUR", "can mean 12500 or 12.500; write 12500.00 for the first")]
    [InlineData("1.000", "JPY", "can mean 1000 or 1.000; write 1000 for the first")]
    [InlineData("1,234", "KWD", "can mean 1234 or 1.234; write 1234.000 for the first and 1.234 for the second")]
    [InlineData("12.345", "EUR", "can mean 12345 or 12.345; write 12345.00 for the first")]
    [InlineData("1234.567", "EUR", "has more decimals than EUR has (2)")]
    [InlineData("1,234.567", "EUR", "has more decimals than EUR has (2)")]
    [InlineData("12.5", "JPY", "has more decimals than JPY has (0)")]
    [InlineData("92233720368547758.08", "EUR", "is larger than any amount")]
    [InlineData("1234567890123456789012345678901234567890", "EUR", "is larger than any amount")]
    public void An_amount_in_doubt_is_refused_and_says_why(string text, string currency, string reason)
    {
        AmountText.TryParse(text, Of(currency), out _, out var why).ShouldBeFalse();

        why.ShouldStartWith(reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("-")]
    [InlineData("()")]
    [InlineData("--5")]
    [InlineData("5-")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1,23,456.00")]
    [InlineData("1,234 567.00")]
    [InlineData("1 23")]
    [InlineData("1e5")]
    [InlineData("12.5k")]
    [InlineData("EUR 5")]
    [InlineData("1.234.56,7")]
    [InlineData("=1+1")]
    [InlineData("\u0661\u0662")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    public void What_is_no_amount_is_refused_with_an_example(string text)
    {
        AmountText.TryParse(text, Of("EUR"), out _, out var why).ShouldBeFalse();

        why.ShouldBe("is not an amount that can be read; write it like 12500.00");
    }

    [Theory]
    [InlineData("12.5k", "EUR", 1250000)]
    [InlineData("12,5K", "EUR", 1250000)]
    [InlineData("2m", "EUR", 200000000)]
    [InlineData("2 M", "JPY", 2000000)]
    [InlineData("-1.25m", "EUR", -125000000)]
    [InlineData("1.23456k", "EUR", 123456)]
    [InlineData("12 500", "EUR", 1250000)]
    [InlineData("12,500.00", "EUR", 1250000)]
    public void A_typed_amount_may_end_in_thousands_or_millions(string text, string currency, long minorUnits)
    {
        AmountText.TryParseTyped(text, Of(currency), out var amount, out var why).ShouldBeTrue(why);

        amount.ShouldBe(new Amount(minorUnits, Of(currency)));
    }

    [Theory]
    [InlineData("k")]
    [InlineData("=8000/3")]
    [InlineData("1.234k")]
    [InlineData("1.234567k")]
    [InlineData("99999999999999999m")]
    public void A_typed_amount_is_not_guessed_either(string text) =>
        AmountText.TryParseTyped(text, Of("EUR"), out _, out _).ShouldBeFalse();

    [Theory]
    [MemberData(nameof(Cultures))]
    public void An_amount_survives_being_written_and_read(string culture) => InCulture.Run(culture, () =>
        Amounts.Sample(amount =>
        {
            Span<char> room = stackalloc char[AmountText.MaxLength];
            var text = room[..AmountText.Format(amount, room)];
            return text.SequenceEqual(amount.ToPlainText())
                && AmountText.TryParse(text, amount.Currency, out var read, out _) && read == amount;
        }));

    [Fact]
    public void Separated_thousands_and_either_decimal_sign_give_the_same_amount_or_a_question() => Amounts.Sample(amount =>
    {
        var plain = amount.ToPlainText().TrimStart('-');
        var point = plain.IndexOf('.');
        var whole = point < 0 ? plain : plain[..point];
        var decimals = point < 0 ? "" : plain[point..];
        for (var i = whole.Length - 3; i > 0; i -= 3) whole = whole.Insert(i, " ");
        var written = amount.IsNegative ? $"({whole}{decimals})" : whole + decimals;
        var isComma = AmountText.TryParse(written.Replace('.', ','), amount.Currency, out var comma, out var why);
        return AmountText.TryParse(written, amount.Currency, out var withPoint, out _) && withPoint == amount
            && (isComma ? comma == amount : why!.StartsWith("can mean", StringComparison.Ordinal));
    });

    [Fact]
    public void No_text_whatever_makes_the_reader_fail() => Gen.String[Gen.Char["0123456789.,' ()-+kmKM\u00A0\u202Fx"], 0, 30].Sample(text =>
    {
        var isRead = AmountText.TryParse(text, Of("EUR"), out _, out var why);
        return isRead == why is null;
    });

    [Fact]
    public void The_smallest_amount_can_be_written()
    {
        Span<char> room = stackalloc char[AmountText.MaxLength];

        room[..AmountText.Format(new Amount(long.MinValue, Of("EUR")), room)].ToString().ShouldBe("-92233720368547758.08");
    }

    static Currency Of(string code) => Currency.Of(code);
}
