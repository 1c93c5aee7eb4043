using System.Collections.Immutable;
using FundLedger.Charts;
using FundLedger.Drawing;
using FundLedger.Reports;
using FundLedger.Typesetting;

namespace FundLedger.Pdf;

/// <summary>Key figures and charts.</summary>
static class FigureLayout
{
    const double Gap = 18;
    const int MostInBand = 4;

    public static void Add(Composition composition, Chart chart)
    {
        var picture = Draw(composition, chart, Paper.Left, Paper.Measure);
        composition.Slices.Add(new Slice(picture.Height + 6) { Before = 18, Marks = [.. picture.Marks] });
    }

    public static void Add(Composition composition, ChartPair pair)
    {
        var width = (Paper.Measure - (Gap * 1.5)) / 2;
        var left = Draw(composition, pair.Left, Paper.Left, width);
        var right = Draw(composition, pair.Right, Paper.Right - width, width);
        composition.Slices.Add(new Slice(Math.Max(left.Height, right.Height) + 6)
        {
            Before = 18,
            Marks = [.. left.Marks, .. right.Marks],
        });
    }

    public static void Add(Composition composition, KeyFigures figures)
    {
        var count = figures.Figures.Length;
        var bands = Math.Max(1, (count + MostInBand - 1) / MostInBand);
        var inBand = Math.Max(1, (count + bands - 1) / bands);
        for (var start = 0; start < count; start += inBand)
        {
            var band = figures.Figures[start..Math.Min(count, start + inBand)];
            composition.Slices.Add(Band(composition, band, inBand, start == 0 ? 16 : 10));
        }
    }

    static Slice Band(Composition composition, ImmutableArray<KeyFigure> figures, int inBand, double before)
    {
        var width = (Paper.Measure - (Gap * (inBand - 1))) / inBand;
        var marks = new List<Mark>();
        var bottom = 0.0;
        var size = figures.Min(figure => NumeralSize(composition, figure.Value, width));
        for (var i = 0; i < figures.Length; i++)
        {
            var left = Paper.Left + (i * (width + Gap));
            var hue = figures[i].Hue is { } name ? Palette.Of(name, i) : Palette.Blue;
            marks.Add(new BoxMark(left, 0, width, 2, hue));
            var y = composition.Into(marks, figures[i].Value, TypeScale.Numeral.At(size), left, 7, width);
            y = composition.Into(marks, figures[i].Caption, TypeScale.Note.Strong.In(Palette.Text), left, y + 1, width);
            if (figures[i].Note is { } note) y = composition.Into(marks, note, TypeScale.Note, left, y, width);
            bottom = Math.Max(bottom, y);
        }

        return new Slice(bottom + 6) { Before = before, Marks = marks };
    }

    // All numerals of a band have one size, that of the longest.
    static double NumeralSize(Composition composition, string value, double width)
    {
        var full = TypeScale.Numeral;
        return Math.Clamp(full.Size * width / Math.Max(1, composition.Width(value, full)), 9, full.Size);
    }

    static ChartPicture Draw(Composition composition, Chart chart, double left, double width) =>
        ChartDrawing.Draw(chart, composition.Shaper, composition.Notation, left, width);
}
