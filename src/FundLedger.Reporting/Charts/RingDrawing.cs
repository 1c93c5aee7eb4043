using FundLedger.Drawing;
using FundLedger.Money;

namespace FundLedger.Charts;

/// <summary>
/// Shares of a whole as a ring, the whole in its middle, and beside it each part by name, figure and share. Parts
/// below zero are no share of anything: they stand in the list only.
/// </summary>
static class RingDrawing
{
    const double Radius = 56;
    const double RowHeight = 14;
    const double WidestList = 270;
    const double PercentColumn = 32;

    public static void Draw(ChartSheet sheet, ValueAxis axis)
    {
        if (sheet.Chart.Series.Length == 0) return;
        var count = sheet.Chart.Categories.Length;
        var radius = Math.Min(Radius, sheet.Width * 0.2);
        var height = Math.Max((radius * 2) + 8, count * RowHeight);
        var middle = sheet.Top + (height / 2);
        Int128 whole = 0;
        for (var i = 0; i < count; i++) whole += Math.Max(0, sheet.ValueOf(0, i));
        Arcs(sheet, whole, (sheet.Left + radius, middle), radius);
        var style = ChartSheet.Title.At(radius > 45 ? 13 : 10);
        sheet.Text(axis.Label(whole), style, sheet.Left + radius, middle, Anchor.Middle);

        var figures = Enumerable.Range(0, count).Select(i => axis.Label(sheet.ValueOf(0, i)));
        var figureWidth = figures.Select(text => sheet.Measure(text, ChartSheet.Value)).DefaultIfEmpty(0).Max();
        var listLeft = sheet.Left + (radius * 2) + 16;
        var listRight = Math.Min(sheet.Right, listLeft + WidestList);
        var y = middle - (count * RowHeight / 2);
        for (var i = 0; i < count; i++, y += RowHeight)
            Part(sheet, axis, whole, i, (listLeft, listRight, y, figureWidth));
        sheet.Top += height + 2;
    }

    static void Arcs(ChartSheet sheet, Int128 whole, (double X, double Y) centre, double radius)
    {
        if (whole == 0)
        {
            sheet.Marks.Add(new ArcMark(centre.X, centre.Y, radius, radius * 0.62, 0, 360, Palette.Hairline));
            return;
        }

        Int128 before = 0;
        for (var i = 0; i < sheet.Chart.Categories.Length; i++)
        {
            var value = Math.Max(0, sheet.ValueOf(0, i));
            if (value == 0) continue;
            var from = (double)before / (double)whole * 360;
            before += value;
            var to = (double)before / (double)whole * 360;
            sheet.Marks.Add(new ArcMark(centre.X, centre.Y, radius, radius * 0.62, from, to, Colour(sheet, i))
            {
                Hint = sheet.HintOf(0, i),
            });
        }
    }

    static void Part(
        ChartSheet sheet, ValueAxis axis, Int128 whole, int category,
        (double Left, double Right, double Top, double FigureWidth) row)
    {
        var value = sheet.ValueOf(0, category);
        var middle = row.Top + (RowHeight / 2);
        var share = whole == 0 || value < 0 ? 0 : Rounding.HalfAwayFromZero((Int128)value * 1000, whole);
        var percent = sheet.Notation.Number(new decimal(share) / 10, 1) + sheet.Notation.Percent;
        var room = row.Right - row.Left - 12 - PercentColumn - row.FigureWidth - 6;
        sheet.Marks.Add(new BoxMark(row.Left, middle - 3.5, 7, 7, Colour(sheet, category)));
        var name = sheet.Fit(sheet.Chart.Categories[category], ChartSheet.Value, room);
        sheet.Text(name, ChartSheet.Value, row.Left + 12, middle);
        sheet.Text(axis.Label(value), ChartSheet.Value, row.Right - PercentColumn, middle, Anchor.End);
        sheet.Text(percent, ChartSheet.Value.In(Palette.Muted), row.Right, middle, Anchor.End);
        if (category > 0)
            sheet.Marks.Add(new RuleMark(row.Left, row.Top, row.Right, row.Top, 0.5, Palette.Hairline));
    }

    static Ink Colour(ChartSheet sheet, int category) => category < sheet.Chart.CategoryHues.Length
        ? sheet.HueOf(0, category)
        : Palette.Of(null, category);
}
