using FundLedger.Reports;

namespace FundLedger.Web.Lists;

/// <summary>
/// A column of a list: a stable key (its heading is the text <c>column.KEY</c> of the wording), what it holds, and how a row
/// fills it. The same column makes the page and the export.
/// </summary>
public sealed record ListColumn<T>(string Key, ColumnKind Kind, Func<T, Cell> Of)
{
    /// <summary>Whether a list can be put in the order of it.</summary>
    public bool Sorts { get; init; }

    /// <summary>The name of an icon and of a colour that stand beside the word; none for plain cells.</summary>
    public Func<T, string?>? Mark { get; init; }
}

/// <summary>A row under a list that adds it up: a label, and cells by the key of their column.</summary>
public sealed record ListTotal(string Label, IReadOnlyDictionary<string, Cell> Cells);

/// <summary>The part of a list that one page shows.</summary>
public sealed record ListPart<T>(IReadOnlyList<T> Rows)
{
    /// <summary>Which rows these are of how many: "1–50 of 254"; empty where that is not counted.</summary>
    public string Place { get; init; } = "";

    public Addresses.Address? Previous { get; init; }

    public Addresses.Address? Next { get; init; }

    public IReadOnlyList<ListTotal> Totals { get; init; } = [];
}
