using System.Globalization;
using FundLedger.Charts;
using FundLedger.Drawing;
using FundLedger.Format;
using FundLedger.Typesetting;

namespace FundLedger.Pdf;

/// <summary>
/// The table of contents. Its length is known from the headings alone, so it takes its place first and gets its page
/// numbers when the pages are filled.
/// </summary>
sealed class ContentsLayout(Composition composition)
{
    const double PageColumn = 34;
    const double ParagraphColumn = 56;
    const double Indent = 20;

    readonly List<(HeadingPlace Place, Slice Slice, TypeStyle Style, double TextEnd)> _entries = [];

    public void Add()
    {
        var words = composition.Words;
        composition.Text(words.Contents, TypeScale.Heading1, Paper.Left, Paper.Measure, 24, 4, keepsWithNext: true);
        var label = TypeScale.ColumnHeading;
        TextMark Column(string text, double right) =>
            new(right, label.Ascent, composition.Line(text, label), Anchor.End);
        composition.Slices.Add(new Slice(label.Leading + 6)
        {
            KeepsWithNext = true,
            Marks =
            [
                Column(words.Paragraphs, Paper.Right - PageColumn),
                Column(words.PageColumn, Paper.Right),
                Composition.Rule(label.Leading + 3, 0.75, Palette.Blue),
            ],
        });
        foreach (var place in composition.Headings.Where(place => place.Heading.Level <= 2)) Entry(place);
    }

    /// <summary>Adds the page numbers.</summary>
    public void FillIn()
    {
        foreach (var (place, slice, style, textEnd) in _entries)
        {
            var y = slice.Height - style.Leading + style.Ascent;
            var page = place.Page.ToString(CultureInfo.InvariantCulture);
            slice.Marks.Add(new TextMark(Paper.Right, y, composition.Line(page, style), Anchor.End));
            slice.Marks.Add(new LinkMark(Paper.Left, 0, Paper.Measure, slice.Height, place.Target));
            var end = Paper.Right - PageColumn - ParagraphColumn;
            if (textEnd + 8 < end)
                slice.Marks.Add(new RuleMark(textEnd + 6, y, end, y, 0.7, Palette.Rule) { Dots = 3 });
        }
    }

    void Entry(HeadingPlace place)
    {
        var isPart = place.Heading.Level == 1;
        var style = isPart ? TypeScale.Body.Strong : TypeScale.Body;
        var labelLeft = isPart ? Paper.Left : composition.TextLeft;
        var labelWidth = place.Heading.Label.Length == 0 ? 0 : composition.Width(place.Heading.Label, style) + 8;
        var left = Math.Max(isPart ? composition.TextLeft : composition.TextLeft + Indent, labelLeft + labelWidth);
        var lines = composition.BreakShort(
            place.Heading.Text, style, Paper.Right - PageColumn - ParagraphColumn - left - 12);
        var top = isPart ? 6 : 0;
        var slice = new Slice((Math.Max(1, lines.Length) * style.Leading) + top);
        slice.Marks.Add(new TextMark(labelLeft, top + style.Ascent, composition.Line(place.Heading.Label, style)));
        for (var i = 0; i < lines.Length; i++)
            slice.Marks.Add(new TextMark(left, top + (i * style.Leading) + style.Ascent, lines[i]));
        var y = slice.Height - style.Leading + style.Ascent;
        var range = composition.Line(place.Paragraphs, TypeScale.Body.In(Palette.Muted));
        slice.Marks.Add(new TextMark(Paper.Right - PageColumn, y, range, Anchor.End));
        composition.Slices.Add(slice);
        _entries.Add((place, slice, style, lines.Length > 0 ? left + lines[^1].Width : left));
    }
}
