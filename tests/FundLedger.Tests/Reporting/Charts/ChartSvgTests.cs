using System.Xml.Linq;
using FundLedger.Charts;
using FundLedger.Reports;
using Shouldly;
using Xunit;

namespace FundLedger.Reporting.Charts;

public class ChartSvgTests
{
    public static TheoryData<ChartKind> Kinds => [.. Enum.GetValues<ChartKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_chart_says_what_it_is_to_those_who_listen(ChartKind kind)
    {
        var chart = SampleDocument.Chart(kind);
        var svg = XElement.Parse(ChartSvg.Write(chart));
        svg.Attribute("role")!.Value.ShouldBe("img");
        svg.Elements().First().Value.ShouldBe(chart.Title);
        svg.Elements().ElementAt(1).Value.ShouldBe(chart.Description);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_chart_is_the_same_twice_and_in_any_culture(ChartKind kind)
    {
        var svg = ChartSvg.Write(SampleDocument.Chart(kind));
        OtherCulture.Run("ar-SA", () => ChartSvg.Write(SampleDocument.Chart(kind))).ShouldBe(svg);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Everything_stays_inside_the_picture(ChartKind kind)
    {
        var chart = SampleDocument.Chart(kind);
        var series = chart.Series.Select((one, i) =>
            one with { Values = [.. one.Values.Select(value => i % 2 == 0 ? value : -value / 3)] });
        var svg = XElement.Parse(ChartSvg.Write(chart with { Series = [.. series] }));
        var box = svg.Attribute("viewBox")!.Value.Split(' ').Select(Number).ToArray();
        foreach (var bar in svg.Elements().Where(element => element.Name.LocalName == "rect"))
        {
            double Of(string name) => Number(bar.Attribute(name)!.Value);
            Of("x").ShouldBeGreaterThanOrEqualTo(0);
            Of("y").ShouldBeGreaterThanOrEqualTo(0);
            (Of("x") + Of("width")).ShouldBeLessThanOrEqualTo(box[2] + 0.01);
            (Of("y") + Of("height")).ShouldBeLessThanOrEqualTo(box[3] + 0.01);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_chart_of_nothing_is_still_a_chart(ChartKind kind)
    {
        var chart = SampleDocument.Chart(kind);
        XElement.Parse(ChartSvg.Write(chart with { Categories = [], Series = [] }));
        var empty = chart.Series.Select(one => one with { Values = [] });
        XElement.Parse(ChartSvg.Write(chart with { Series = [.. empty] }));
        var huge = new Series("s", "?", [long.MaxValue / 4]);
        XElement.Parse(ChartSvg.Write(chart with { Categories = ["one"], Series = [huge] }));
    }

    [Fact]
    public void Bars_are_as_long_as_their_figures()
    {
        var series = new Series("s", "paid", [4_000_000, 1_000_000]);
        var chart = new Chart(ChartKind.HorizontalBars, "t", ["a", "b"], [series], "");
        var bars = XElement.Parse(ChartSvg.Write(chart)).Elements().Where(element => element.Name.LocalName == "rect")
            .Select(bar => Number(bar.Attribute("width")!.Value)).ToList();
        bars[0].ShouldBe(bars[1] * 4, 0.05);
    }

    [Fact]
    public void Shares_of_a_ring_are_named_in_per_cent() =>
        ChartSvg.Write(SampleDocument.Chart(ChartKind.Ring)).ShouldContain(">44.1%<");

    [Fact]
    public void The_axis_leaves_out_zeros_and_says_so() =>
        ChartSvg.Write(SampleDocument.Chart(ChartKind.StackedBars)).ShouldContain(">US$, millions<");

    [Fact]
    public void Hostile_names_are_text()
    {
        const string Hostile = "</text><script>alert(1)</script>\u0001\uD800\uFFFF&";
        var series = new Series(Hostile, Hostile, [1]);
        var chart = new Chart(ChartKind.StackedBars, Hostile, [Hostile], [series, series], Hostile);
        var text = ChartSvg.Write(chart, titled: true);
        text.ShouldNotContain("<script");
        XElement.Parse(text).DescendantsAndSelf().Attributes().ShouldNotContain(attribute => attribute.Name == "style");
    }

    static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
