using FundLedger.Reporting.Exports;
using FundLedger.Reports;

namespace FundLedger.Reporting.Excel;

/// <summary>
/// The formulas by which a sheet states its sums. Each must come to the figure that the report gave; a report whose
/// sums do not add up is a fault of the program and is not written.
/// </summary>
sealed class TableFormulas(Table table, int firstRow)
{
    /// <summary>The formula of a cell, or none where the cell holds its figure alone.</summary>
    internal string? Of(int row, int column)
    {
        if (Figure.Of(table.Rows[row].Cells[column]) is null) return null;
        var (isSummed, rowFormula) = (table.Columns[column].Summed, table.Columns[column].RowFormula);
        return table.Rows[row].Kind switch
        {
            RowKind.Detail => rowFormula is null ? null : AcrossRow(row, column, rowFormula),
            RowKind.Subtotal => isSummed || rowFormula is not null ? Sum(row, column, GroupStart(row)) : null,
            RowKind.Total => isSummed || rowFormula is not null ? Sum(row, column, 0) : null,
            RowKind.Group => null,
            _ => throw new InvalidOperationException($"No formula for a row of kind {table.Rows[row].Kind}."),
        };
    }

    int GroupStart(int row)
    {
        while (row > 0 && table.Rows[row - 1].Kind != RowKind.Group) row--;
        return row;
    }

    /// <summary>SUBTOTAL leaves out other subtotals in its range and rows that a filter hides.</summary>
    string? Sum(int row, int column, int from)
    {
        int first = -1, last = -1;
        var sum = 0m;
        for (var i = from; i < row; i++)
        {
            if (table.Rows[i].Kind != RowKind.Detail) continue;
            if (first < 0) first = i;
            last = i;
            if (Figure.IsTooLong(table.Rows[i].Cells[column])) return null;
            sum += Figure.Of(table.Rows[i].Cells[column]) ?? 0;
        }

        if (first < 0) return null;
        Agree(row, column, sum);
        return $"SUBTOTAL(109,{Place(first, column)}:{Place(last, column)})";
    }

    /// <summary>Turns "pledged - paid" into C7-D7; empty cells count as nothing.</summary>
    string? AcrossRow(int row, int column, string rowFormula)
    {
        var cells = table.Rows[row].Cells;
        var formula = "";
        var sum = 0m;
        var sign = 1;
        foreach (var term in rowFormula.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (term is "+" or "-")
            {
                sign = term == "-" ? -1 : 1;
                formula += term;
                continue;
            }

            var other = ColumnOf(term);
            if (Figure.IsTooLong(cells[other])) return null;
            if (cells[other] is TextCell { Text.Length: > 0 }) return null;
            sum += sign * (Figure.Of(cells[other]) ?? 0);
            formula += Place(row, other);
        }

        Agree(row, column, sum);
        return formula;
    }

    int ColumnOf(string key)
    {
        for (var i = 0; i < table.Columns.Length; i++)
            if (table.Columns[i].Key == key) return i;
        throw new InvalidOperationException($"The table '{table.Name}' has no column '{key}' for its formula.");
    }

    void Agree(int row, int column, decimal sum)
    {
        if (Figure.Of(table.Rows[row].Cells[column]) is { } stated && stated != sum)
            throw new InvalidOperationException(
                $"The table '{table.Name}' states {Figure.Text(stated)} in column '{table.Columns[column].Key}' of its row "
                + $"{row + 1}, where its formula comes to {Figure.Text(sum)}.");
    }

    string Place(int row, int column) => SheetPlace.Of(firstRow + row, column + 1);
}
