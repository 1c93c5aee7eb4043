using System.Collections.Immutable;
using FundLedger.Format;
using FundLedger.Reports;
using FundLedger.Reports.Wording;

namespace FundLedger.Web.Lists;

/// <summary>Turns rows and columns into the texts of a page, in a language.</summary>
public sealed class ListDrawing(Phrases words, Notation notation)
{
    public string Heading(string key) => words["column." + key];

    public IReadOnlyList<IReadOnlyList<ListCell>> Rows<T>(ImmutableArray<ListColumn<T>> columns, IEnumerable<T> rows) =>
        [.. rows.Select(row => (IReadOnlyList<ListCell>)[.. columns.Select(column => CellOf(column, row))])];

    /// <summary>Totals under their columns; the label takes the place of the first.</summary>
    public IReadOnlyList<IReadOnlyList<ListCell>> Totals<T>(ImmutableArray<ListColumn<T>> columns, IEnumerable<ListTotal> totals) =>
        [.. totals.Select(total => (IReadOnlyList<ListCell>)
            [.. columns.Select((column, i) => i == 0 ? new ListCell(total.Label, false) : TotalCell(column, total))])];

    /// <summary>The columns as files have them.</summary>
    public ImmutableArray<Column> FileColumns<T>(ImmutableArray<ListColumn<T>> columns) =>
        [.. columns.Select(column => new Column(column.Key, Heading(column.Key), column.Kind))];

    /// <summary>One cell that belongs to no column of a type.</summary>
    public ListCell Cell(ColumnKind kind, Cell cell) => new(TextOf("", kind, cell), IsFigure(kind), cell.Link);

    ListCell CellOf<T>(ListColumn<T> column, T row)
    {
        var cell = column.Of(row);
        return new ListCell(TextOf(column.Key, column.Kind, cell), IsFigure(column.Kind), cell.Link, column.Mark?.Invoke(row));
    }

    ListCell TotalCell<T>(ListColumn<T> column, ListTotal total) => total.Cells.TryGetValue(column.Key, out var cell)
        ? new ListCell(TextOf(column.Key, column.Kind, cell), IsFigure(column.Kind), cell.Link)
        : new ListCell("", IsFigure(column.Kind));

    string TextOf(string key, ColumnKind kind, Cell cell) => CellText.Of(new Column(key, "", kind), cell, notation);

    static bool IsFigure(ColumnKind kind) => CellText.IsFigure(kind);
}
