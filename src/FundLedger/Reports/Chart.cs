using System.Collections.Immutable;

namespace FundLedger.Reports;

public enum ChartKind
{
    /// <summary>One bar a category, its parts stacked by series.</summary>
    StackedBars,

    /// <summary>Bars side by side.</summary>
    GroupedBars,

    /// <summary>One horizontal bar a category, longest first as given.</summary>
    HorizontalBars,
    Lines,

    /// <summary>Shares of a whole, one series.</summary>
    Ring,
}

/// <summary>
/// A series: its figures in whole US$ (or counts), one a category. <see cref="Hue"/> names a colour by meaning
/// (a fund's code, "paid", "outstanding", "overdue-1") and the palette of the writer decides what it looks like, in
/// the PDF and on a page alike.
/// </summary>
public sealed record Series(string Name, string Hue, ImmutableArray<long> Values);

/// <summary>A picture of figures that also stand in a table; <see cref="Description"/> says in words what it shows.</summary>
public sealed record Chart(
    ChartKind Kind, string Title, ImmutableArray<string> Categories, ImmutableArray<Series> Series, string Description)
{
    public string? Unit { get; init; }

    /// <summary>For a Ring or single-series chart: one hue a category instead of one a series.</summary>
    public ImmutableArray<string> CategoryHues { get; init; } = [];
}
