namespace FundLedger.Web.Lists;

/// <summary>A list as the partial view draws it: every text and address is ready.</summary>
public sealed record ListView(string Name, IReadOnlyList<ListHead> Heads, IReadOnlyList<IReadOnlyList<ListCell>> Rows)
{
    public IReadOnlyList<IReadOnlyList<ListCell>> Totals { get; init; } = [];

    public string Place { get; init; } = "";

    public string? Previous { get; init; }

    public string? Next { get; init; }

    /// <summary>Where the list can be had as a file, by the file's kind.</summary>
    public IReadOnlyList<(string Kind, string Address)> Exports { get; init; } = [];

    /// <summary>What stands in place of the rows where there are none.</summary>
    public string Empty { get; init; } = "";
}

/// <summary>The heading of a column; the address puts the list in its order.</summary>
public sealed record ListHead(string Text, bool IsFigure, string? Address, string Order);

/// <summary>A cell: its text, where it leads, and the icon and colour beside it.</summary>
public sealed record ListCell(string Text, bool IsFigure, string? Link = null, string? Mark = null)
{
    const int Short = 22;

    public bool IsShort => Text.Length <= Short;

    public bool IsNegative => IsFigure && Text.StartsWith('(');
}
