using FundLedger.Format;
using FundLedger.Money;
using FundLedger.Reports;
using Shouldly;
using Xunit;

namespace FundLedger.Reporting.Format;

public class CellTextTests
{
    [Theory]
    [InlineData(1_234_500, "12,345")]
    [InlineData(-123_400, "(1,234)")]
    [InlineData(0, "–")]
    [InlineData(150, "2")]
    [InlineData(-150, "(2)")]
    [InlineData(-49, "0")]
    [InlineData(100_000_000_000, "1,000,000,000")]
    public void Whole_dollars_have_parentheses_for_negatives_and_a_dash_for_zero(long cents, string text) =>
        Of(ColumnKind.WholeDollars, Amount.Usd(cents)).ShouldBe(text);

    [Fact]
    public void A_figure_that_was_rounded_once_is_printed_as_it_is() =>
        Of(ColumnKind.WholeDollars, new AmountCell(Amount.Usd(39_256_249)) { WholeUnits = 392_563 })
            .ShouldBe("392,563");

    [Theory]
    [InlineData("USD", 1_234_567, "12,345.67")]
    [InlineData("USD", -1_234_567, "(12,345.67)")]
    [InlineData("JPY", 1_234_567, "1,234,567")]
    [InlineData("KWD", 1_234_567, "1,234.567")]
    [InlineData("EUR", 0, "–")]
    public void Money_has_the_digits_of_its_currency(string currency, long minorUnits, string text) =>
        Of(ColumnKind.Money, new Amount(minorUnits, Currency.Of(currency))).ShouldBe(text);

    [Fact]
    public void Other_cells_are_printed_by_their_kind()
    {
        Of(ColumnKind.Date, new DateOnly(2022, 3, 15)).ShouldBe("15\u00A0Mar\u00A02022");
        Of(ColumnKind.Count, new CountCell(12_345)).ShouldBe("12,345");
        Of(ColumnKind.Count, new CountCell(0)).ShouldBe("0");
        Of(ColumnKind.Percent, new PercentCell(125)).ShouldBe("12.5%");
        Of(ColumnKind.Percent, new PercentCell(-8)).ShouldBe("(0.8%)");
        Of(ColumnKind.Rate, new RateCell(0.8960m)).ShouldBe("0.8960");
        Of(ColumnKind.Rate, new RateCell(1_468_241.15m)).ShouldBe("1,468,241.15");
        Of(ColumnKind.Text, "(1*)").ShouldBe("(1*)");
    }

    [Fact]
    public void The_language_of_the_document_decides_the_separators()
    {
        var amount = new Amount(1_234_567_89, Currency.Usd);
        Of(ColumnKind.Dollars, amount, "fr").ShouldBe("1\u00A0234\u00A0567,89");
        Of(ColumnKind.Dollars, amount, "es-419").ShouldBe("1\u00A0234\u00A0567,89");
        Of(ColumnKind.Dollars, amount, "ar").ShouldBe("1,234,567.89");
        Of(ColumnKind.Percent, new PercentCell(125), "fr").ShouldBe("12,5\u00A0%");
        Of(ColumnKind.Date, new DateOnly(2022, 8, 5), "fr").ShouldBe("5\u00A0août\u00A02022");
        Notation.Spanish.LongDay(new DateOnly(2021, 12, 31)).ShouldBe("31 de diciembre de 2021");
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void The_culture_of_the_machine_does_not(string culture)
    {
        OtherCulture.Run(culture, () => Of(ColumnKind.Dollars, Amount.Usd(-123_456_789))).ShouldBe("(1,234,567.89)");
        OtherCulture.Run(culture, () => Of(ColumnKind.Date, new DateOnly(2022, 3, 15)))
            .ShouldBe("15\u00A0Mar\u00A02022");
    }

    static string Of(ColumnKind kind, Cell cell, string language = "en") =>
        CellText.Of(new Column("key", "Heading", kind), cell, Notation.Of(language));
}
