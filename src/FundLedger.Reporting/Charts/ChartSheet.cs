using System.Collections.Immutable;
using FundLedger.Drawing;
using FundLedger.Format;
using FundLedger.Reports;
using FundLedger.Typesetting;

namespace FundLedger.Charts;

/// <summary>A chart drawn: its marks, and the room that they take.</summary>
sealed record ChartPicture(double Width, double Height, ImmutableArray<Mark> Marks);

/// <summary>What a chart is drawn on: a strip as wide as it is given, growing downwards.</summary>
sealed class ChartSheet(Chart chart, Shaper shaper, Notation notation, double left, double width)
{
    public static TypeStyle Title { get; } = TypeScale.TableTitle.At(9);

    public static TypeStyle Label { get; } = TypeScale.Label;

    public static TypeStyle Value { get; } = TypeScale.Label.In(Palette.Text);

    public Chart Chart => chart;

    public Notation Notation => notation;

    public double Left => left;

    public double Width => width;

    public double Right => left + width;

    /// <summary>How far down the sheet is filled.</summary>
    public double Top { get; set; }

    public List<Mark> Marks { get; } = [];

    public double Measure(string text, TypeStyle style) => shaper.Width(text, style);

    /// <summary>Text whose line has its middle at Y.</summary>
    public void Text(string text, TypeStyle style, double x, double middle, Anchor anchor = Anchor.Start) =>
        Marks.Add(new TextMark(x, middle + (style.Size * TypeStyle.CapHeight / 2), shaper.Line(text, style), anchor));

    /// <summary>Text from the top of the sheet downwards, as many lines as it needs.</summary>
    public void Flow(string text, TypeStyle style)
    {
        foreach (var line in LineBreaker.BreakShort(shaper, text, style, width))
        {
            Marks.Add(new TextMark(left, Top + style.Ascent, line));
            Top += style.Leading;
        }
    }

    /// <summary>The text, or as much of its beginning as fits.</summary>
    public string Fit(string text, TypeStyle style, double room) => shaper.Fit(text, style, room);

    public Ink HueOf(int series) => Palette.Of(chart.Series[series].Hue, series);

    /// <summary>The colour of a category where each has its own, else of the series.</summary>
    public Ink HueOf(int series, int category) => chart.Series.Length == 1 && category < chart.CategoryHues.Length
        ? Palette.Of(chart.CategoryHues[category], category)
        : HueOf(series);

    /// <summary>A figure of the chart; a series shorter than the categories has none further on.</summary>
    public long ValueOf(int series, int category) =>
        category < chart.Series[series].Values.Length ? chart.Series[series].Values[category] : 0;

    /// <summary>What a pointer is told about a figure.</summary>
    public string HintOf(int series, int category)
    {
        var name = chart.Series.Length > 1 ? chart.Series[series].Name + ", " : "";
        return name + chart.Categories[category] + ": " + notation.Figure(ValueOf(series, category));
    }

    public ChartPicture Finish() => new(left + width, Top, [.. Marks]);
}
