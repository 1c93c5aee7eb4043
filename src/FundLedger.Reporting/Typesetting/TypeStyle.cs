using FundLedger.Charts;
using FundLedger.Drawing;
using FundLedger.Format;

namespace FundLedger.Typesetting;

/// <summary>How text is set: its cut, size and colour, and the distance from one baseline to the next.</summary>
sealed record TypeStyle(Cut Cut, double Size, double Leading, Ink Ink)
{
    /// <summary>From the top of a line to its baseline, so that text sits in the middle of its leading.</summary>
    public double Ascent => (Leading / 2) + (Size * CapHeight / 2);

    /// <summary>The height of capitals and figures, as a part of the size.</summary>
    public const double CapHeight = 0.714;

    public TypeStyle Strong => this with { Cut = Cut.SemiBold };

    public TypeStyle In(Ink ink) => this with { Ink = ink };

    public TypeStyle At(double size) => this with { Size = size, Leading = Leading * size / Size };

    public TypeStyle For(MarkedSpan span) => span switch
    {
        { Strong: true } => this with { Cut = Cut.SemiBold },
        { Emphasis: true } => this with { Cut = Cut == Cut.Italic ? Cut.Regular : Cut.Italic },
        _ => this,
    };
}

/// <summary>The type scale: every size and colour of text that documents use.</summary>
static class TypeScale
{
    public static TypeStyle Title { get; } = new(Cut.SemiBold, 20, 26, Palette.Text);

    public static TypeStyle Subtitle { get; } = new(Cut.Regular, 11.5, 16, Palette.Muted);

    public static TypeStyle Heading1 { get; } = new(Cut.SemiBold, 14, 19, Palette.Accent);

    public static TypeStyle Heading2 { get; } = new(Cut.SemiBold, 11, 15, Palette.Text);

    public static TypeStyle Heading3 { get; } = new(Cut.SemiBold, 9.5, 14, Palette.Text);

    public static TypeStyle Body { get; } = new(Cut.Regular, 9.5, 14.25, Palette.Text);

    public static TypeStyle TableTitle { get; } = new(Cut.SemiBold, 9.5, 13, Palette.Text);

    public static TypeStyle Cell { get; } = new(Cut.Regular, 8, 11, Palette.Text);

    public static TypeStyle ColumnHeading { get; } = new(Cut.SemiBold, 7, 9, Palette.Muted);

    public static TypeStyle Note { get; } = new(Cut.Regular, 7.5, 10.5, Palette.Muted);

    public static TypeStyle Label { get; } = new(Cut.Regular, 7, 9.5, Palette.Muted);

    public static TypeStyle Numeral { get; } = new(Cut.SemiBold, 20, 25, Palette.Text);
}
