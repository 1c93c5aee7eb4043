using System.Diagnostics;
using FundLedger.Drawing;
using FundLedger.Format;
using FundLedger.Reports;
using FundLedger.Typesetting;

namespace FundLedger.Charts;

/// <summary>Draws a chart: title, unit, key and picture, the same for paper and screen.</summary>
static class ChartDrawing
{
    const double Swatch = 7;

    public static ChartPicture Draw(
        Chart chart, Shaper shaper, Notation notation, double left, double width, bool titled = true)
    {
        var sheet = new ChartSheet(chart, shaper, notation, left, width);
        var axis = ValueAxis.Of(chart, notation);
        if (titled) sheet.Flow(chart.Title, ChartSheet.Title);
        if (axis.Caption(chart.Unit) is { Length: > 0 } caption) sheet.Flow(caption, ChartSheet.Label);
        sheet.Top += 5;
        switch (chart.Kind)
        {
            case ChartKind.StackedBars:
            case ChartKind.GroupedBars:
                Key(sheet);
                BarDrawing.Draw(sheet, axis);
                break;
            case ChartKind.HorizontalBars:
                Key(sheet);
                HorizontalBarDrawing.Draw(sheet, axis);
                break;
            case ChartKind.Lines:
                LineDrawing.Draw(sheet, axis);
                break;
            case ChartKind.Ring:
                RingDrawing.Draw(sheet, axis);
                break;
            default:
                throw new UnreachableException($"No drawing for {chart.Kind}.");
        }

        return sheet.Finish();
    }

    /// <summary>The names of the series with their colours, where there are several.</summary>
    public static void Key(ChartSheet sheet)
    {
        if (sheet.Chart.Series.Length < 2) return;
        var x = sheet.Left;
        for (var i = 0; i < sheet.Chart.Series.Length; i++)
        {
            var name = sheet.Fit(sheet.Chart.Series[i].Name, ChartSheet.Value, sheet.Width - Swatch - 4);
            var room = Swatch + 4 + sheet.Measure(name, ChartSheet.Value) + 14;
            if (x > sheet.Left && x + room - 14 > sheet.Right)
            {
                x = sheet.Left;
                sheet.Top += 11;
            }

            sheet.Marks.Add(new BoxMark(x, sheet.Top + 2, Swatch, Swatch, sheet.HueOf(i)));
            sheet.Text(name, ChartSheet.Value, x + Swatch + 4, sheet.Top + 5.5);
            x += room;
        }

        sheet.Top += 19;
    }
}
