using System.Globalization;
using CsCheck;
using FundLedger.Money;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Money;

public class DayTextTests
{
    public static TheoryData<string> Cultures => InCulture.Names;

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Every_day_is_read_from_year_month_day(string culture) => InCulture.Run(culture, () =>
        Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber).Sample(day =>
            DayText.TryParse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out var read, out _) && read == day
            && DayText.TryParseFeed(day.ToString(" dd MMM yyyy\t\t", CultureInfo.InvariantCulture), out read, out _) && read == day));

    [Theory]
    [InlineData("03/04/2022", "can mean two days; write 2022-04-03 or 2022-03-04")]
    [InlineData("3.4.22", "can mean two days; write 2022-04-03 or 2022-03-04")]
    [InlineData("31/12/2024", "is not written as year-month-day; write 2024-12-31")]
    [InlineData("12-31-2024", "is not written as year-month-day; write 2024-12-31")]
    [InlineData("05/05/2024", "is not written as year-month-day; write 2024-05-05")]
    [InlineData("2024-02-30", "is not a day of the calendar; check month and day")]
    [InlineData("0000-01-01", "is not a day of the calendar; check month and day")]
    [InlineData("2024-03-31T12:30:00", "has a time of day; write only 2024-03-31")]
    [InlineData("", "is empty; write a date like 2024-03-31")]
    [InlineData("2024/03/31", "is not a date written as year-month-day; write it like 2024-03-31")]
    [InlineData("45382", "is not a date written as year-month-day; write it like 2024-03-31")]
    [InlineData("1 Jun 2015", "is not a date written as year-month-day; write it like 2024-03-31")]
    [InlineData("\u0662\u0660\u0662\u0664-\u0660\u0663-\u0663\u0661", "is not a date written as year-month-day; write it like 2024-03-31")]
    public void A_day_in_any_other_form_is_refused_and_says_how_to_write_it(string text, string reason)
    {
        DayText.TryParse(text, out _, out var why).ShouldBeFalse();

        why.ShouldBe(reason);
    }

    [Theory]
    [InlineData("01 Jun 2015", 2015, 6, 1)]
    [InlineData("2015-06-01", 2015, 6, 1)]
    [InlineData("1-Jun-15", 2015, 6, 1)]
    [InlineData("15 september 2023\t", 2023, 9, 15)]
    [InlineData("31-Dec-99", 1999, 12, 31)]
    public void The_forms_of_the_feeds_of_rates_are_read(string text, int year, int month, int day)
    {
        DayText.TryParseFeed(text, out var read, out var why).ShouldBeTrue(why);

        read.ShouldBe(new DateOnly(year, month, day));
    }

    [Theory]
    [InlineData("01/06/2015")]
    [InlineData("31 Jun 2015")]
    [InlineData("01 Juin 2015")]
    [InlineData("Jun 2015")]
    [InlineData("1 2 3 4 Jun 2015")]
    [InlineData("01 Jun 20155")]
    public void Other_forms_in_a_feed_are_refused(string text)
    {
        DayText.TryParseFeed(text, out _, out var why).ShouldBeFalse();

        why.ShouldBe("is not a date that the feed of rates uses; write it like 2015-06-01 or 01 Jun 2015");
    }
}
