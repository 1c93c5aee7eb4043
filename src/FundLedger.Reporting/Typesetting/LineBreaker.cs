using System.Collections.Immutable;

namespace FundLedger.Typesetting;

/// <summary>
/// Breaks text into lines that are as even as can be: all the breaks of a paragraph are chosen together, so that the
/// sum of the squares of what is left at the lines' ends is smallest (the last line's does not count).
/// </summary>
static class LineBreaker
{
    // A last line shorter than this part of the measure, mostly a lone word, is avoided at a small price.
    const double ShortLine = 0.12;
    const double ShortLinePrice = 0.03;

    // What stands in one piece, such as a title, is cut after so many lines, to stay on its page.
    const int MostLines = 16;

    /// <summary>The lines of a text that must not run on to another page: cut where there are far too many.</summary>
    public static ImmutableArray<TextLine> BreakShort(Shaper shaper, string text, TypeStyle style, double width)
    {
        var lines = Break(shaper, text, style, width);
        return lines.Length <= MostLines ? lines : [.. lines[..(MostLines - 1)], shaper.Line("…", style)];
    }

    public static ImmutableArray<TextLine> Break(Shaper shaper, string text, TypeStyle style, double width)
    {
        var lines = ImmutableArray.CreateBuilder<TextLine>();
        var chunks = new Chunker(shaper, style, width).Cut(text);
        var start = 0;
        while (start < chunks.Count)
        {
            var end = start + 1;
            while (end < chunks.Count && !chunks[end - 1].EndsLine) end++;
            Paragraph(shaper, chunks.GetRange(start, end - start), width, lines);
            start = end;
        }

        return lines.ToImmutable();
    }

    static void Paragraph(
        Shaper shaper, List<Chunk> chunks, double width, ImmutableArray<TextLine>.Builder lines)
    {
        var spaces = chunks.ConvertAll(chunk => chunk.Space is { } space ? shaper.Width(" ", space) : 0);
        var breaks = Breaks(chunks, spaces, width);
        for (var i = 1; i < breaks.Count; i++) lines.Add(Set(shaper, chunks, breaks[i - 1], breaks[i]));
    }

    static List<int> Breaks(List<Chunk> chunks, List<double> spaces, double width)
    {
        var count = chunks.Count;
        var price = new double[count + 1];
        var previous = new int[count + 1];
        for (var end = 1; end <= count; end++)
        {
            price[end] = double.MaxValue;
            var line = 0.0;
            for (var start = end - 1; start >= 0; start--)
            {
                line += chunks[start].Width + (start < end - 1 ? spaces[start] : 0);
                if (line > width && start < end - 1) break;
                var total = price[start] + LinePrice(line / width, end == count);
                if (total >= price[end]) continue;
                (price[end], previous[end]) = (total, start);
            }
        }

        var breaks = new List<int> { count };
        while (breaks[^1] > 0) breaks.Add(previous[breaks[^1]]);
        breaks.Reverse();
        return breaks;
    }

    static double LinePrice(double filled, bool isLast)
    {
        if (isLast) return filled < ShortLine ? ShortLinePrice : 0;
        var left = Math.Max(0, 1 - filled);
        return left * left;
    }

    static TextLine Set(Shaper shaper, List<Chunk> chunks, int start, int end)
    {
        var line = new LineSetter();
        for (var i = start; i < end; i++)
        {
            foreach (var (style, text) in chunks[i].Parts) line.Add(style, text);
            if (i < end - 1 && chunks[i].Space is { } space) line.Add(space, shaper.Shape(" ", space.Cut));
        }

        return line.Finish();
    }
}

/// <summary>Joins shaped pieces into a line; neighbours in one style become one run.</summary>
sealed class LineSetter
{
    readonly ImmutableArray<TextRun>.Builder _runs = ImmutableArray.CreateBuilder<TextRun>();
    readonly ImmutableArray<GlyphPlace>.Builder _glyphs = ImmutableArray.CreateBuilder<GlyphPlace>();
    readonly System.Text.StringBuilder _text = new();
    TypeStyle? _style;
    double _start;
    double _advance;

    public void Add(TypeStyle style, ShapedText text)
    {
        if (_style != style) CloseRun();
        _style = style;
        foreach (var place in text.Glyphs) _glyphs.Add(place with { X = place.X + (float)_advance });
        _text.Append(text.Text);
        _advance += text.Advance;
    }

    public TextLine Finish()
    {
        CloseRun();
        return new TextLine(_runs.ToImmutable(), _start);
    }

    void CloseRun()
    {
        if (_style is null || _text.Length == 0) return;
        _runs.Add(new TextRun(_style, new ShapedText(_text.ToString(), _glyphs.ToImmutable(), _advance), _start));
        _start += _advance * _style.Size;
        _advance = 0;
        _glyphs.Clear();
        _text.Clear();
    }
}
