using System.Collections.Immutable;
using FundLedger.Charts;
using FundLedger.Drawing;
using FundLedger.Format;
using FundLedger.Reports;
using FundLedger.Typesetting;

namespace FundLedger.Pdf;

/// <summary>A document being set: its slices so far, and what setting them needs.</summary>
sealed class Composition
{
    public Composition(Document document, Shaper shaper)
    {
        Document = document;
        Shaper = shaper;
        Notation = Notation.Of(document.Face.Language);
        var isNumbered =
            document.Blocks.Any(block => block is Paragraph { Number: not null } or Heading { Label: not "" });
        TextLeft = isNumbered ? Paper.TextLeft : Paper.Left;
        Headings = HeadingPlace.Of(document.Blocks);
    }

    public Document Document { get; }

    public DocumentFace Face => Document.Face;

    public FrameWords Words => Document.Face.Words;

    public Shaper Shaper { get; }

    public Notation Notation { get; }

    /// <summary>Where text stands: right of the numbers, where there are any.</summary>
    public double TextLeft { get; }

    public double TextMeasure => Math.Min(Paper.Right - TextLeft, Paper.TextMeasure);

    public List<Slice> Slices { get; } = [];

    /// <summary>Every heading, in order.</summary>
    public ImmutableArray<HeadingPlace> Headings { get; }

    public ImmutableArray<TextLine> Break(string text, TypeStyle style, double width) =>
        LineBreaker.Break(Shaper, text, style, width);

    public ImmutableArray<TextLine> BreakShort(string text, TypeStyle style, double width) =>
        LineBreaker.BreakShort(Shaper, text, style, width);

    public TextLine Line(string text, TypeStyle style) => Shaper.Line(text, style);

    /// <summary>One line: the text, or as much of its beginning as fits.</summary>
    public TextLine Line(string text, TypeStyle style, double room) => Line(Shaper.Fit(text, style, room), style);

    public double Width(string text, TypeStyle style) => Shaper.Width(text, style);

    /// <summary>
    /// Adds a text, a slice a line; at least two lines stay together at either end of a page. Answers its first slice.
    /// </summary>
    public Slice? Text(
        string text, TypeStyle style, double left, double width, double before = 0, double after = 0,
        bool keepsWithNext = false)
    {
        var lines = Break(text, style, width);
        Slice? first = null;
        for (var i = 0; i < lines.Length; i++)
        {
            var isLast = i == lines.Length - 1;
            var slice = new Slice(style.Leading + (isLast ? after : 0))
            {
                Before = i == 0 ? before : 0,
                KeepsWithNext = isLast ? keepsWithNext : lines.Length <= 3 || i == 0 || i == lines.Length - 2,
                Marks = [new TextMark(left, style.Ascent, lines[i])],
            };
            first ??= slice;
            Slices.Add(slice);
        }

        return first;
    }

    /// <summary>Text inside one slice, from Y downwards; answers where it ends.</summary>
    public double Into(
        List<Mark> marks, string text, TypeStyle style, double x, double y, double width, Anchor anchor = Anchor.Start)
    {
        foreach (var line in BreakShort(text, style, width))
        {
            marks.Add(new TextMark(x, y + style.Ascent, line, anchor));
            y += style.Leading;
        }

        return y;
    }

    public static RuleMark Rule(double y, double thickness, Ink ink) =>
        Rule(Paper.Left, Paper.Right, y, thickness, ink);

    public static RuleMark Rule(double x1, double x2, double y, double thickness, Ink ink) =>
        new(x1, y, x2, y, thickness, ink);
}
