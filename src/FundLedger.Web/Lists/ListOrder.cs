using FundLedger.Names;
using FundLedger.Reports;

namespace FundLedger.Web.Lists;

/// <summary>Puts rows that are all in hand in the order of a column; equal ones stay as they were.</summary>
public static class ListOrder
{
    public static IReadOnlyList<T> By<T>(ListColumn<T> column, bool isDescending, IReadOnlyList<T> rows)
    {
        var order = Comparer<Cell>.Create(Compare);
        return [.. isDescending ? rows.OrderByDescending(column.Of, order) : rows.OrderBy(column.Of, order)];
    }

    static int Compare(Cell? a, Cell? b) => (a, b) switch
    {
        (AmountCell x, AmountCell y) => x.Amount.MinorUnits.CompareTo(y.Amount.MinorUnits),
        (DateCell x, DateCell y) => x.Day.CompareTo(y.Day),
        (CountCell x, CountCell y) => x.Count.CompareTo(y.Count),
        (TextCell x, TextCell y) => string.CompareOrdinal(FoldedName.Of(x.Text), FoldedName.Of(y.Text)),
        // An empty cell stands before one that is filled.
        _ => (a is TextCell ? 0 : 1).CompareTo(b is TextCell ? 0 : 1),
    };
}
