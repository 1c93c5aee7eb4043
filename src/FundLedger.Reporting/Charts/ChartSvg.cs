using FundLedger.Drawing;
using FundLedger.Format;
using FundLedger.Reports;
using FundLedger.Typesetting;

namespace FundLedger.Charts;

/// <summary>
/// A chart as an SVG picture to stand inside a page: the drawing of the PDF, its text as text, its description for
/// those who listen, and colours by class so that a style sheet can darken them. No style attribute, no script.
/// </summary>
public static class ChartSvg
{
    const double PageWidth = 480;

    /// <summary>
    /// The picture. A page that prints the chart's title above it leaves <paramref name="titled"/> off; a picture
    /// that stands alone puts it on.
    /// </summary>
    public static string Write(Chart chart, Notation? notation = null, bool titled = false, double width = PageWidth)
    {
        using var shaper = new Shaper();
        var picture = ChartDrawing.Draw(chart, shaper, notation ?? Notation.English, 0, width, titled);
        return SvgPainter.Paint(picture, chart.Title, chart.Description);
    }
}
