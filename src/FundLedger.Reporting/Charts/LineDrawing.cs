using FundLedger.Drawing;

namespace FundLedger.Charts;

/// <summary>Lines over time; each is named at its right end, or in a key where the names are long.</summary>
static class LineDrawing
{
    const double LabelHeight = 9;
    const double WidestName = 0.3;

    public static void Draw(ChartSheet sheet, ValueAxis axis)
    {
        var series = sheet.Chart.Series;
        var nameWidth = series.Select(one => sheet.Measure(one.Name, ChartSheet.Value)).DefaultIfEmpty(0).Max();
        var named = series.Length > 1 && nameWidth <= sheet.Width * WidestName;
        if (!named) ChartDrawing.Key(sheet);
        var plot = BarDrawing.Grid(sheet, axis, named ? nameWidth + 10 : 6);
        BarDrawing.Zero(sheet, plot);

        var count = sheet.Chart.Categories.Length;
        var slot = plot.Width / Math.Max(1, count);
        double Middle(int category) => plot.Left + (slot * (category + 0.5));
        for (var i = 0; i < series.Length; i++) Line(sheet, plot, i, Middle);
        if (named && count > 0) Names(sheet, plot, plot.Left + plot.Width + 2);
        BarDrawing.Categories(sheet, plot, Middle, slot);
    }

    static void Line(ChartSheet sheet, Plot plot, int series, Func<int, double> middle)
    {
        var count = Math.Min(sheet.Chart.Categories.Length, sheet.Chart.Series[series].Values.Length);
        var points = Enumerable.Range(0, count).Select(i => (middle(i), plot.Y(sheet.ValueOf(series, i)))).ToList();
        if (count > 1) sheet.Marks.Add(new CurveMark([.. points], 1.6, sheet.HueOf(series)));
        for (var i = 0; i < count; i++)
        {
            var radius = i == count - 1 ? 2.6 : 1.7;
            sheet.Marks.Add(new DotMark(points[i].Item1, points[i].Item2, radius, sheet.HueOf(series))
            {
                Hint = sheet.HintOf(series, i),
            });
        }
    }

    // Names stand beside the last points, moved apart where they would touch.
    static void Names(ChartSheet sheet, Plot plot, double x)
    {
        var last = sheet.Chart.Categories.Length - 1;
        var ends = Enumerable.Range(0, sheet.Chart.Series.Length)
            .Select(i => (Series: i, Y: plot.Y(sheet.ValueOf(i, last))))
            .OrderBy(end => end.Y).ToList();
        var floor = plot.Bottom + (LabelHeight / 2);
        for (var i = 0; i < ends.Count; i++)
        {
            var lowestAllowed = floor - (LabelHeight * (ends.Count - i));
            var above = i == 0 ? double.MinValue : ends[i - 1].Y + LabelHeight;
            ends[i] = ends[i] with { Y = Math.Max(above, Math.Min(ends[i].Y, lowestAllowed)) };
            var name = sheet.Chart.Series[ends[i].Series].Name;
            sheet.Text(name, ChartSheet.Value.Strong.In(sheet.HueOf(ends[i].Series)), x, ends[i].Y);
        }
    }
}
