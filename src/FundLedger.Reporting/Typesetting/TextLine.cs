using System.Collections.Immutable;

namespace FundLedger.Typesetting;

/// <summary>A glyph and where it stands in its run, in parts of the type size; y grows downwards.</summary>
readonly record struct GlyphPlace(ushort Glyph, float X, float Y);

/// <summary>Text turned into glyphs, at a size of 1.</summary>
sealed record ShapedText(string Text, ImmutableArray<GlyphPlace> Glyphs, double Advance);

/// <summary>A stretch of a line in one style, X points from the line's start.</summary>
sealed record TextRun(TypeStyle Style, ShapedText Text, double X)
{
    public double Width => Text.Advance * Style.Size;
}

/// <summary>One line of text, shaped and measured.</summary>
sealed record TextLine(ImmutableArray<TextRun> Runs, double Width)
{
    public static TextLine Empty { get; } = new([], 0);

    public string Text => string.Concat(Runs.Select(run => run.Text.Text));
}
