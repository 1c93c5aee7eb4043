using FundLedger.Drawing;
using FundLedger.Reports;

namespace FundLedger.Charts;

/// <summary>Where the figures of a chart with upright values are drawn.</summary>
sealed record Plot(double Left, double Top, double Width, double Height, ValueAxis Axis)
{
    public double Bottom => Top + Height;

    public double Y(Int128 value) => Bottom - (Axis.Part(value) * Height);
}

/// <summary>Upright bars, stacked or side by side, with the grid and the labels that lines share.</summary>
static class BarDrawing
{
    const double PlotHeight = 118;
    const double WidestBar = 30;

    public static void Draw(ChartSheet sheet, ValueAxis axis)
    {
        var plot = Grid(sheet, axis, rightMargin: 0);
        var count = sheet.Chart.Categories.Length;
        var slot = plot.Width / Math.Max(1, count);
        for (var category = 0; category < count; category++)
        {
            var middle = plot.Left + (slot * (category + 0.5));
            if (sheet.Chart.Kind == ChartKind.StackedBars) Stack(sheet, plot, category, middle, slot);
            else Group(sheet, plot, category, middle, slot);
        }

        Zero(sheet, plot);
        Categories(sheet, plot, category => plot.Left + (slot * (category + 0.5)), slot);
    }

    /// <summary>Grid and value labels; the plot begins where the widest label ends.</summary>
    public static Plot Grid(ChartSheet sheet, ValueAxis axis, double rightMargin)
    {
        var labels = axis.Steps.Select(step => (step, axis.StepLabel(step))).ToList();
        var labelWidth = labels.Max(label => sheet.Measure(label.Item2, ChartSheet.Label));
        var left = sheet.Left + labelWidth + 6;
        var plot = new Plot(left, sheet.Top + 4, sheet.Right - rightMargin - left, PlotHeight, axis);
        foreach (var (step, label) in labels)
        {
            var y = plot.Y(step);
            sheet.Marks.Add(new RuleMark(left, y, left + plot.Width, y, 0.5, Palette.Hairline));
            sheet.Text(label, ChartSheet.Label, left - 6, y, Anchor.End);
        }

        return plot;
    }

    public static void Zero(ChartSheet sheet, Plot plot) => sheet.Marks.Add(
        new RuleMark(plot.Left, plot.Y(0), plot.Left + plot.Width, plot.Y(0), 0.75, Palette.Rule));

    /// <summary>Names below the plot: all of them, or each second, third … where they would touch.</summary>
    public static void Categories(ChartSheet sheet, Plot plot, Func<int, double> middle, double slot)
    {
        var names = sheet.Chart.Categories;
        var widest = names.Select(name => sheet.Measure(name, ChartSheet.Value)).DefaultIfEmpty(0).Max();
        var every = 1;
        while (every < names.Length && widest + 4 > slot * every) every++;
        for (var i = 0; i < names.Length; i += every)
            sheet.Text(
                sheet.Fit(names[i], ChartSheet.Value, slot * every), ChartSheet.Value, middle(i), plot.Bottom + 9,
                Anchor.Middle);
        sheet.Top = plot.Bottom + 16;
    }

    static void Stack(ChartSheet sheet, Plot plot, int category, double middle, double slot)
    {
        var width = Math.Min(WidestBar, slot * 0.62);
        Int128 above = 0, below = 0;
        for (var series = 0; series < sheet.Chart.Series.Length; series++)
        {
            var value = sheet.ValueOf(series, category);
            if (value == 0) continue;
            var from = value > 0 ? above : below;
            Bar(sheet, plot, series, category, (middle - (width / 2), width), from);
            if (value > 0) above += value;
            else below += value;
        }

        Label(sheet, plot, above + below, above, middle, slot);
    }

    static void Group(ChartSheet sheet, Plot plot, int category, double middle, double slot)
    {
        var count = Math.Max(1, sheet.Chart.Series.Length);
        var width = Math.Min(WidestBar, slot * 0.74 / count);
        var left = middle - (width * count / 2);
        for (var series = 0; series < sheet.Chart.Series.Length; series++)
        {
            Bar(sheet, plot, series, category, (left + (width * series), width - (count > 1 ? 1 : 0)), 0);
            var value = sheet.ValueOf(series, category);
            Label(sheet, plot, value, Int128.Max(0, value), left + (width * (series + 0.5)), width);
        }
    }

    static void Bar(
        ChartSheet sheet, Plot plot, int series, int category, (double Left, double Width) place, Int128 from)
    {
        var to = from + sheet.ValueOf(series, category);
        var top = plot.Y(Int128.Max(from, to));
        var height = plot.Y(Int128.Min(from, to)) - top;
        // A hair of paper parts the bar from the one it stands on.
        var gap = from == 0 || height < 1.5 ? 0 : 0.6;
        sheet.Marks.Add(new BoxMark(place.Left, top, place.Width, height - gap, sheet.HueOf(series, category))
        {
            Hint = sheet.HintOf(series, category),
        });
    }

    static void Label(ChartSheet sheet, Plot plot, Int128 value, Int128 top, double middle, double room)
    {
        if (value == 0) return;
        var text = plot.Axis.Label(value);
        if (sheet.Measure(text, ChartSheet.Value) <= room + 1)
            sheet.Text(text, ChartSheet.Value, middle, plot.Y(top) - 6, Anchor.Middle);
    }
}
