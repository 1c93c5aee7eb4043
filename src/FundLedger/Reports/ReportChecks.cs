using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Money;

namespace FundLedger.Reports;

/// <summary>Two figures of a report that must be equal, each with the place where it stands.</summary>
public sealed record Agreement(string Table, string What, Amount Stated, string With, Amount Other);

/// <summary>
/// What must hold of a report before it is handed out: rows come to their totals, columns to theirs, and one table says
/// the same as another. To the cent, whatever the digits printed.
/// </summary>
public static class ReportChecks
{
    const string Remedy = "the report was not made; run 'fundledger verify' and report both figures";

    public static ImmutableArray<Problem> Of(IEnumerable<Table> tables, IEnumerable<Agreement> agreements) =>
        [.. tables.SelectMany(Of), .. agreements.SelectMany(Of)];

    /// <summary>Whether each row follows from its parts, and each sum from its rows.</summary>
    public static IEnumerable<Problem> Of(Table table)
    {
        for (var column = 0; column < table.Columns.Length; column++)
        {
            var isSum = table.Columns[column].Summed || table.Columns[column].RowFormula is not null;
            for (var row = 0; row < table.Rows.Length; row++)
            {
                var kind = table.Rows[row].Kind;
                if (kind == RowKind.Group || Value(table.Rows[row].Cells[column]) is not { } stated) continue;
                var formula = table.Columns[column].RowFormula;
                if (formula is not null && Across(table, row, formula) is { } parts && parts != stated)
                    yield return Odd(table, row, column, stated, parts);
                if (isSum && kind != RowKind.Detail && Down(table, row, column) is var sum && sum != stated)
                    yield return Odd(table, row, column, stated, sum);
            }
        }
    }

    static IEnumerable<Problem> Of(Agreement agreement)
    {
        if (agreement.Stated != agreement.Other)
            yield return new Problem(
                $"{agreement.Table}: {agreement.What} is {agreement.Stated}, "
                + $"but {agreement.With} is {agreement.Other}", Remedy);
    }

    /// <summary>The parts of a row by its formula; none where one of them is not given.</summary>
    static long? Across(Table table, int row, string formula)
    {
        var (sum, sign) = (0L, 1);
        foreach (var term in formula.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (term is "+" or "-")
            {
                sign = term == "-" ? -1 : 1;
                continue;
            }

            if (Value(table.Rows[row].Cells[ColumnOf(table, term)]) is not { } part) return null;
            sum += sign * part;
        }

        return sum;
    }

    /// <summary>The detail rows above: since the last group heading for a subtotal, all of them for a total.</summary>
    static long Down(Table table, int row, int column)
    {
        var sum = 0L;
        for (var above = row - 1; above >= 0; above--)
        {
            var kind = table.Rows[above].Kind;
            if (kind == RowKind.Group && table.Rows[row].Kind == RowKind.Subtotal) break;
            if (kind == RowKind.Detail) sum += Value(table.Rows[above].Cells[column]) ?? 0;
        }

        return sum;
    }

    static int ColumnOf(Table table, string key)
    {
        for (var column = 0; column < table.Columns.Length; column++)
        {
            if (table.Columns[column].Key == key) return column;
        }

        throw new InvalidOperationException($"The table '{table.Name}' has no column '{key}' for its formula.");
    }

    static long? Value(Cell cell) => cell switch
    {
        AmountCell amount => amount.Amount.MinorUnits,
        CountCell count => count.Count,
        _ => null,
    };

    static Problem Odd(Table table, int row, int column, long stated, long parts)
    {
        var (heading, label) = (table.Columns[column].Heading, LabelOf(table.Rows[row]));
        string Figure(long value) => table.Rows[row].Cells[column] is AmountCell amount
            ? (amount.Amount with { MinorUnits = value }).ToString()
            : FormattableString.Invariant($"{value}");
        return new Problem(
            $"{table.Title}: '{heading}' of the row '{label}' is {Figure(stated)}, "
            + $"but its parts come to {Figure(parts)}", Remedy);
    }

    static string LabelOf(Row row) => row.Cells.OfType<TextCell>()
        .FirstOrDefault(cell => cell.Text.Length > 0)?.Text ?? "";
}
