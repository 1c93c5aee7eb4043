using System.Globalization;
using FundLedger.Charts;
using FundLedger.Drawing;
using FundLedger.Reports;
using FundLedger.Typesetting;

namespace FundLedger.Pdf;

/// <summary>Headings, numbered paragraphs and notes: numbers in the narrow column, text beside them.</summary>
sealed class ProseLayout(Composition composition)
{
    const double BetweenParagraphs = 7;

    int _headings;

    public void Add(Heading heading)
    {
        var (style, before, after) = heading.Level switch
        {
            1 => (TypeScale.Heading1, 24.0, 5.0),
            2 => (TypeScale.Heading2, 15.0, 2.0),
            _ => (TypeScale.Heading3, 11.0, 0.0),
        };
        var labelWidth = heading.Label.Length == 0 ? 0 : composition.Width(heading.Label, style) + 9;
        var left = Math.Max(composition.TextLeft, Paper.Left + labelWidth);
        var place = composition.Headings[_headings++];
        var first = composition.Text(
            heading.Text, style, left, Paper.Right - left, before, after, keepsWithNext: true);
        if (first is null)
        {
            first = new Slice(style.Leading) { Before = before, KeepsWithNext = true };
            composition.Slices.Add(first);
        }

        first.Marks.Add(new TargetMark(0, place.Target));
        if (heading.Label.Length > 0)
            first.Marks.Add(new TextMark(Paper.Left, style.Ascent, composition.Line(heading.Label, style)));
    }

    public void Add(Paragraph paragraph)
    {
        var style = TypeScale.Body;
        var first = composition.Text(
            paragraph.Text, style, composition.TextLeft, composition.TextMeasure, BetweenParagraphs);
        if (paragraph.Number is not { } number || first is null) return;
        var text = number.ToString(CultureInfo.InvariantCulture) + ".";
        first.Marks.Add(new TextMark(Paper.Left, style.Ascent, composition.Line(text, style.In(Palette.Muted))));
    }

    public void Add(NumberedNotes notes)
    {
        var style = TypeScale.Body.At(8.5);
        composition.Text(
            notes.Title, TypeScale.Heading2, composition.TextLeft, composition.TextMeasure, 18, 3, keepsWithNext: true);
        for (var i = 0; i < notes.Notes.Length; i++)
        {
            var number = (i + 1).ToString(CultureInfo.InvariantCulture) + ".";
            var left = Math.Max(composition.TextLeft, Paper.Left + composition.Width(number, style) + 6);
            var first = composition.Text(notes.Notes[i], style, left, Paper.Right - left, i == 0 ? 2 : 4);
            first?.Marks.Add(new TextMark(Paper.Left, style.Ascent, composition.Line(number, style.In(Palette.Muted))));
        }
    }
}
