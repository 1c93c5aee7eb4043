using System.Collections.Immutable;
using FundLedger.Money;

namespace FundLedger.Reports;

/// <summary>What a column holds, so that every writer aligns and formats it the same way.</summary>
public enum ColumnKind
{
    Text,
    Date,

    /// <summary>An amount in its own currency, with that currency's digits.</summary>
    Money,

    /// <summary>US dollars shown in whole dollars, parentheses for negatives and a dash for zero.</summary>
    WholeDollars,

    /// <summary>US dollars and cents.</summary>
    Dollars,
    Count,

    /// <summary>A share in per cent with one digit.</summary>
    Percent,

    /// <summary>A rate of exchange: currency units per US$.</summary>
    Rate,
}

/// <summary>A column: a stable key for machines, a heading for people, a kind, and a width relative to its neighbours.</summary>
public sealed record Column(string Key, string Heading, ColumnKind Kind, double Width = 1)
{
    /// <summary>Whether the totals row sums this column.</summary>
    public bool Summed { get; init; }

    /// <summary>
    /// How the column follows from others of its row, as keys with signs: <c>"pledged - paid - written_off"</c>. A
    /// workbook writes it as a formula, which must agree with the figures given.
    /// </summary>
    public string? RowFormula { get; init; }
}

/// <summary>One cell. <see cref="Link"/> leads to the entries behind the figure, where a screen can follow it.</summary>
public abstract record Cell
{
    public string? Link { get; init; }

    public static Cell Empty { get; } = new TextCell("");

    public static implicit operator Cell(string text) => new TextCell(text);

    public static implicit operator Cell(DateOnly day) => new DateCell(day);

    public static implicit operator Cell(Amount amount) => new AmountCell(amount);
}

public sealed record TextCell(string Text) : Cell;

public sealed record DateCell(DateOnly Day) : Cell;

/// <summary>
/// An amount; the column's kind decides the digits. <see cref="WholeUnits"/>, where given, is the whole-unit figure
/// to print in a WholeDollars column when it was rounded once from the exact quotient and not from the cents.
/// </summary>
public sealed record AmountCell(Amount Amount) : Cell
{
    public long? WholeUnits { get; init; }
}

public sealed record CountCell(long Count) : Cell;

/// <summary>A share in tenths of a per cent: 125 is 12.5 %.</summary>
public sealed record PercentCell(long PerMille) : Cell;

/// <summary>A decimal number printed as published, e.g. a rate 0.896.</summary>
public sealed record RateCell(decimal Rate) : Cell;

public enum RowKind
{
    /// <summary>A heading inside the table that spans its columns; only the first cell is used.</summary>
    Group,
    Detail,

    /// <summary>The sum of the detail rows since the last group heading.</summary>
    Subtotal,

    /// <summary>The sum of all detail rows.</summary>
    Total,
}

public sealed record Row(RowKind Kind, ImmutableArray<Cell> Cells)
{
    public static Row Detail(params ReadOnlySpan<Cell> cells) => new(RowKind.Detail, [.. cells]);
}

/// <summary>
/// Rows and totals, ready for any writer: a page, a PDF, a workbook, a text file. Figures are final: writers format and
/// never add up, except that a workbook states totals as formulas, which must agree with these.
/// </summary>
public sealed record Table(string Name, string Title, ImmutableArray<Column> Columns, ImmutableArray<Row> Rows)
{
    /// <summary>Printed under the title: "(United States dollars)".</summary>
    public string? Unit { get; init; }

    /// <summary>Printed under the table.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
