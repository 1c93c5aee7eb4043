using System.Collections.Immutable;
using FundLedger.Format;
using FundLedger.Reports;
using FundLedger.Typesetting;

namespace FundLedger.Pdf;

/// <summary>Where a column of a table stands.</summary>
readonly record struct ColumnPlace(double Left, double Right, bool IsFigure)
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

    readonly Shaper _shaper;
    readonly Table _table;
    readonly string[][] _texts;

    public TableColumns(Table table, string[][] texts, Shaper shaper)
    {
        (_table, _texts, _shaper) = (table, texts, shaper);
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
        var isFigure = CellText.IsFigure(column.Kind);
        var heading = LongestWord(column.Heading, TypeScale.ColumnHeading);
        if (column.Kind == ColumnKind.Text)
        {
            var word = _texts.Select(row => LongestWord(row[index], TypeScale.Cell)).DefaultIfEmpty(0).Max();
            return Math.Max(NarrowestText, Math.Min(Paper.Measure * WidestWord, Math.Max(heading, word)));
        }

        var widest = _texts.Select(row => _shaper.Width(row[index], TypeScale.Cell.Strong)).DefaultIfEmpty(0).Max();
        var hanging = isFigure ? _shaper.Width(")", TypeScale.Cell) : 0;
        return Math.Max(widest, heading) + hanging + 0.5;
    }

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
            places.Add(new ColumnPlace(left, left + widths[i], CellText.IsFigure(_table.Columns[i].Kind)));
            left += widths[i] + Gap;
        }

        return places.MoveToImmutable();
    }
}
