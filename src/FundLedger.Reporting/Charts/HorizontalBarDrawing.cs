using FundLedger.Drawing;

namespace FundLedger.Charts;

/// <summary>One bar a category from the left, its name before it and its figure after it: no axis is needed.</summary>
static class HorizontalBarDrawing
{
    const double RowHeight = 14;
    const double BarHeight = 8.5;
    const double WidestName = 0.45;

    // More bars than this are no picture; how many are left out stands below.
    const int MostBars = 40;

    public static void Draw(ChartSheet sheet, ValueAxis axis)
    {
        var all = sheet.Chart.Categories;
        var categories = all[..Math.Min(all.Length, MostBars)];
        var names = categories.Select(name => sheet.Fit(name, ChartSheet.Value, sheet.Width * WidestName)).ToList();
        var figures = Enumerable.Range(0, categories.Length).Select(i => axis.Label(Total(sheet, i))).ToList();
        var nameWidth = names.Select(name => sheet.Measure(name, ChartSheet.Value)).DefaultIfEmpty(0).Max();
        var figureWidth = figures.Select(text => sheet.Measure(text, ChartSheet.Value)).DefaultIfEmpty(0).Max();
        var left = sheet.Left + nameWidth + 7;
        var width = sheet.Right - figureWidth - 6 - left;
        for (var i = 0; i < categories.Length; i++)
        {
            var middle = sheet.Top + (RowHeight / 2);
            sheet.Text(names[i], ChartSheet.Value, left - 7, middle, Anchor.End);
            var end = Bar(sheet, axis, i, (left, width, middle));
            sheet.Text(figures[i], ChartSheet.Value, end + 4, middle);
            sheet.Top += RowHeight;
        }

        var zero = left + (axis.Part(0) * width);
        var top = sheet.Top - (RowHeight * categories.Length);
        sheet.Marks.Add(new RuleMark(zero, top, zero, Math.Max(sheet.Top, top + RowHeight), 0.75, Palette.Rule));
        sheet.Top = Math.Max(sheet.Top, top + RowHeight) + 2;
        if (all.Length == categories.Length) return;
        var others = "… +" + sheet.Notation.Number(all.Length - categories.Length);
        sheet.Text(others, ChartSheet.Label, left, sheet.Top + 5);
        sheet.Top += 12;
    }

    static Int128 Total(ChartSheet sheet, int category)
    {
        Int128 total = 0;
        for (var series = 0; series < sheet.Chart.Series.Length; series++) total += sheet.ValueOf(series, category);
        return total;
    }

    // Draws the parts of one bar and answers where it ends on the right.
    static double Bar(ChartSheet sheet, ValueAxis axis, int category, (double Left, double Width, double Middle) row)
    {
        Int128 above = 0, below = 0;
        var end = row.Left + (axis.Part(0) * row.Width);
        for (var series = 0; series < sheet.Chart.Series.Length; series++)
        {
            var value = sheet.ValueOf(series, category);
            if (value == 0) continue;
            var from = value > 0 ? above : below;
            var x1 = row.Left + (axis.Part(Int128.Min(from, from + value)) * row.Width);
            var x2 = row.Left + (axis.Part(Int128.Max(from, from + value)) * row.Width);
            var (top, hue) = (row.Middle - (BarHeight / 2), sheet.HueOf(series, category));
            sheet.Marks.Add(new BoxMark(x1, top, x2 - x1, BarHeight, hue) { Hint = sheet.HintOf(series, category) });
            end = Math.Max(end, x2);
            if (value > 0) above += value;
            else below += value;
        }

        return end;
    }
}
