using System.Collections.Immutable;
using FundLedger.Typesetting;

namespace FundLedger.Drawing;

/// <summary>
/// Something drawn: text, a line, an area. Measures are points (1/72 inch), y grows downwards. A page of a PDF and an
/// SVG picture are painted from the same marks.
/// </summary>
abstract record Mark;

enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>A line of text whose <see cref="Anchor"/> stands at X, on the baseline Y.</summary>
sealed record TextMark(double X, double Y, TextLine Line, Anchor Anchor = Anchor.Start) : Mark
{
    public double Left => Anchor switch
    {
        Anchor.Middle => X - (Line.Width / 2),
        Anchor.End => X - Line.Width,
        _ => X,
    };
}

sealed record RuleMark(double X1, double Y1, double X2, double Y2, double Thickness, Ink Ink) : Mark
{
    /// <summary>Dots this far apart instead of a line, e.g. from a heading to its page number.</summary>
    public double? Dots { get; init; }
}

sealed record BoxMark(double X, double Y, double Width, double Height, Ink Ink) : Mark
{
    /// <summary>Said when a pointer rests on it, where the medium can: the figure that it stands for.</summary>
    public string? Hint { get; init; }
}

/// <summary>Part of a ring; angles in degrees, clockwise from twelve o'clock.</summary>
sealed record ArcMark(double X, double Y, double Outer, double Inner, double From, double To, Ink Ink) : Mark
{
    public string? Hint { get; init; }
}

sealed record CurveMark(ImmutableArray<(double X, double Y)> Points, double Thickness, Ink Ink) : Mark;

sealed record DotMark(double X, double Y, double Radius, Ink Ink) : Mark
{
    public string? Hint { get; init; }
}

/// <summary>A place in the document that links and bookmarks lead to.</summary>
sealed record TargetMark(double Y, string Name) : Mark;

/// <summary>An area that leads to a place in the document when it is clicked.</summary>
sealed record LinkMark(double X, double Y, double Width, double Height, string Target) : Mark;
