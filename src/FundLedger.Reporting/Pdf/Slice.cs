using FundLedger.Drawing;

namespace FundLedger.Pdf;

/// <summary>
/// A part of a document that is never divided between pages: a line, a table's row, a chart. Its marks are drawn
/// downwards from its own top, and across at their place on the page.
/// </summary>
sealed class Slice(double height)
{
    public double Height { get; } = height;

    /// <summary>Room above it, left out at the top of a page.</summary>
    public double Before { get; init; }

    /// <summary>Whether a page may not end between this and the next.</summary>
    public bool KeepsWithNext { get; set; }

    /// <summary>Whether it begins a page.</summary>
    public bool StartsPage { get; init; }

    /// <summary>What is repeated above it when it begins a page, e.g. the headings of its table's columns.</summary>
    public Slice? Repeated { get; init; }

    public List<Mark> Marks { get; init; } = [];
}

/// <summary>A page: its slices with the distance of each from the top, and the frame around them.</summary>
sealed class Page
{
    public List<(double Y, Slice Slice)> Slices { get; } = [];

    /// <summary>The header and footer, in place.</summary>
    public List<Mark> Frame { get; } = [];
}
