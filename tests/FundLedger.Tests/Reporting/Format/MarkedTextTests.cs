using FundLedger.Format;
using Shouldly;
using Xunit;

namespace FundLedger.Reporting.Format;

public class MarkedTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("an *important* word", "an <e>important</e> word")]
    [InlineData("a **strong** one", "a <s>strong</s> one")]
    [InlineData("**all *of* it**", "<s>all </s><es>of</es><s> it</s>")]
    [InlineData("***both***", "<es>both</es>")]
    [InlineData("2 * 3 * 4", "2 * 3 * 4")]
    [InlineData("2018 15*", "2018 15*")]
    [InlineData("* as published", "* as published")]
    [InlineData(@"\*not\*", "*not*")]
    [InlineData("**open", "**open")]
    [InlineData("", "")]
    public void Stars_mark_emphasis_only_where_they_open_and_close(string text, string marked) =>
        string.Concat(MarkedText.Parse(text).Select(Show)).ShouldBe(marked);

    [Fact]
    public void A_text_of_nothing_but_stars_takes_no_time()
    {
        var text = string.Concat(Enumerable.Repeat("*a **b ***c ", 50_000));
        MarkedText.Plain(text).ShouldBe(text);
    }

    static string Show(MarkedSpan span)
    {
        var mark = (span.Emphasis ? "e" : "") + (span.Strong ? "s" : "");
        return mark.Length == 0 ? span.Text : $"<{mark}>{span.Text}</{mark}>";
    }
}
