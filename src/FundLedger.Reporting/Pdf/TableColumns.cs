using System.Collections.Immutable;
using FundLedger.Format;
using FundLedger.Reports;
using FundLedger.Typesetting;

namespace FundLedger.Pdf;

/// <summary>
/// Where a column of a table stands. Figures end in one line; <see cref="Hanging"/> is the room right of it for the
/// parentheses of negatives, where there are any.
/// </summary>
readonly record struct ColumnPlace(double Left, double Right, bool IsFigure, double Hanging)
{
    public double Width => Right - Left;
}

/// <summary>
/// The widths of a table's columns: as given, unless figures would not fit. Then text columns, which can wrap, give
/// way, and where that is not enough the type becomes smaller.
/// </summary>
sealed class TableColumns
{
    /// <summary>Between two columns.</summary>
    public const double Gap = 9;
    const double SmallestType = 0.55;

    // A text column is never narrower than this, or than its longest word up to this part of the table.
    const double NarrowestText = 26;
    const double WidestWord = 0.22;

    static readonly TypeStyle Total = TypeScale.Cell.Strong;

    readonly Shaper _shaper;
    readonly Table _table;
    readonly (RowKind Kind, string[] Texts)[] _rows;

    public TableColumns(Table table, string[][] texts, Shaper shaper)
    {
        (_table, _shaper) = (table, shaper);
        // The heading of a group runs across the columns and says nothing about their widths.
        _rows = [.. table.Rows.Select((row, i) => (row.Kind, texts[i])).Where(row => row.Kind != RowKind.Group)];
        var least = table.Columns.Select((column, i) => Least(column, i)).ToArray();
        var gaps = Gap * (table.Columns.Length - 1);
        Scale = Math.Clamp((Paper.Measure - gaps) / Math.Max(1, least.Sum()), SmallestType, 1);
        var widths = Share(Paper.Measure - gaps, [.. least.Select(width => width * Scale)]);
        Places = Lay(widths);
    }

    public ImmutableArray<ColumnPlace> Places { get; }

    /// <summary>By how much type is smaller than usual, so that all columns fit.</summary>
    public double Scale { get; }

    double Least(Column column, int index)
    {
        var heading = LongestWord(column.Heading, TypeScale.ColumnHeading);
        if (column.Kind == ColumnKind.Text)
        {
            var word = _rows.Select(row => LongestWord(row.Texts[index], TypeScale.Cell)).DefaultIfEmpty(0).Max();
            return Math.Max(NarrowestText, Math.Min(Paper.Measure * WidestWord, Math.Max(heading, word)));
        }

        var widest = _rows.Select(row => _shaper.Width(row.Texts[index], StyleOf(row.Kind))).DefaultIfEmpty(0).Max();
        return Math.Max(widest, heading) + Hanging(index) + 0.5;
    }

    double Hanging(int index) =>
        CellText.IsFigure(_table.Columns[index].Kind) && _rows.Any(row => row.Texts[index].EndsWith(')'))
            ? _shaper.Width(")", TypeScale.Cell)
            : 0;

    static TypeStyle StyleOf(RowKind kind) => kind == RowKind.Detail ? TypeScale.Cell : Total;

    double LongestWord(string text, TypeStyle style)
    {
        if (!text.Contains(' ', StringComparison.Ordinal)) return _shaper.Width(text, style);
        return text.Split(' ').Max(word => _shaper.Width(word, style));
    }

    // Each column's part of the room by its weight; what some lack to their least is taken from those with more.
    double[] Share(double room, double[] least)
    {
        var weights = _table.Columns.Sum(column => column.Width);
        var widths = _table.Columns.Select(column => room * column.Width / weights).ToArray();
        var lacking = widths.Zip(least, (width, need) => Math.Max(0, need - width)).Sum();
        var spare = widths.Zip(least, (width, need) => Math.Max(0, width - need)).Sum();
        var part = spare == 0 ? 0 : Math.Min(1, lacking / spare);
        return [.. widths.Zip(least, (width, need) => width < need ? need : width - ((width - need) * part))];
    }

    ImmutableArray<ColumnPlace> Lay(double[] widths)
    {
        var places = ImmutableArray.CreateBuilder<ColumnPlace>(widths.Length);
        var left = Paper.Left;
        for (var i = 0; i < widths.Length; i++)
        {
            places.Add(new ColumnPlace(
                left, left + widths[i], CellText.IsFigure(_table.Columns[i].Kind), Hanging(i) * Scale));
            left += widths[i] + Gap;
        }

        return places.MoveToImmutable();
    }
}
