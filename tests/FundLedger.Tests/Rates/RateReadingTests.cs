using FundLedger.Checks;
using FundLedger.Rates;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Rates;

public class RateReadingTests
{
    [Fact]
    public void An_equal_rate_for_the_same_currency_and_day_is_counted_and_another_is_a_problem()
    {
        var reading = Of(("EUR", "2015-06-01", "0.91"), ("EUR", "01 Jun 2015", "0.9100"), ("EUR", "2015-06-01", "0.92"),
            ("EUR", "2015-07-01", "0.92"));
        (reading.Rates.Length, reading.Duplicates, reading.Rows).ShouldBe((2, 1, 4));
        var problem = reading.Problems.ShouldHaveSingleItem();
        problem.Message.ShouldBe("'0.92' is not the rate that row 2 has for EUR on 2015-06-01: 0.91");
        (problem.Row, problem.Column, problem.Value).ShouldBe((4, "rate", "0.92"));
    }

    [Theory]
    [InlineData("0", "is not above zero")]
    [InlineData("-0.91", "is not above zero")]
    [InlineData("0.123456789", "has more than 8 decimals")]
    [InlineData("99999999999", "too large")]
    [InlineData("1,468,241.15", "is not a number")]
    [InlineData("0,91", "is not a number")]
    [InlineData("8.9E-1", "is not a number")]
    [InlineData("NaN", "is not a number")]
    [InlineData(" \t", "the rate is missing")]
    public void A_rate_that_cannot_be_one_is_a_problem_of_its_row(string rate, string said)
    {
        var problem = OnlyProblem("EUR", "2015-06-01", rate);
        problem.Message.ShouldContain(said);
        (problem.File, problem.Row, problem.Column, problem.Value).ShouldBe(("rates.csv", 2, "rate", rate));
        problem.Remedy.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("0.12345678")]
    [InlineData("10000000000")]
    [InlineData(" 0.291\t")]
    public void A_rate_at_the_limit_is_taken(string rate) => Of(("EUR", "2015-06-01", rate)).Problems.ShouldBeEmpty();

    [Theory]
    [InlineData("01/06/2015")]
    [InlineData("2015-13-01")]
    [InlineData("31 Feb 2015")]
    [InlineData("June 2015")]
    public void A_day_that_is_none_or_could_be_two_is_a_problem(string day)
    {
        var problem = OnlyProblem("EUR", day, "0.91");
        problem.Message.ShouldBe($"'{day}' is not a day");
        problem.Column.ShouldBe("effective_date");
    }

    [Theory]
    [InlineData("2015-06-01")]
    [InlineData("1 Jun 2015")]
    [InlineData("01 jun 2015\t")]
    [InlineData("01-Jun-2015")]
    public void A_day_is_read_in_the_forms_that_leave_no_doubt(string day) =>
        Of(("EUR", day, "0.91")).Rates.ShouldHaveSingleItem().Effective.ShouldBe(new DateOnly(2015, 6, 1));

    [Theory]
    [InlineData("")]
    [InlineData("EURO")]
    [InlineData("€")]
    [InlineData("978")]
    public void A_currency_that_is_not_three_letters_is_a_problem(string currency) =>
        OnlyProblem(currency, "2015-06-01", "0.91").Column.ShouldBe("currency");

    [Fact]
    public void Codes_that_ISO_does_not_know_or_no_longer_knows_are_passed_over_and_counted()
    {
        var reading = Of(
            ("ZZZ", "2015-06-01", "3"), ("eur", "2015-06-01", "0.91"), ("LTL", "2015-06-01", "2.6"),
            ("ZZZ", "2015-07-01", "oops"));
        reading.Problems.ShouldBeEmpty();
        reading.Rates.ShouldHaveSingleItem();
        reading.Skipped.ShouldBe([new SkippedCurrency("LTL", 1, 4), new SkippedCurrency("ZZZ", 2, 2)]);
    }

    [Fact]
    public void The_dollar_is_one_dollar_or_a_problem()
    {
        Of(("USD", "2015-06-01", "1.000")).Problems.ShouldBeEmpty();
        OnlyProblem("USD", "2015-06-01", "1.1").Message.ShouldContain("always 1");
    }

    static RateReading Of(params (string Currency, string Day, string Rate)[] rows) => RateReading.Of(
        rows.Select((row, index) => new RateRow(index + 2, row.Currency, row.Day, row.Rate)),
        RateColumns.Plain, "list", "rates.csv");

    static Problem OnlyProblem(string currency, string day, string rate) =>
        Of((currency, day, rate)).Problems.ShouldHaveSingleItem();
}
