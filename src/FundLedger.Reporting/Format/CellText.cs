using System.Diagnostics;
using FundLedger.Money;
using FundLedger.Reports;

namespace FundLedger.Format;

/// <summary>The text of a cell, the same on a page, in a PDF and on a screen.</summary>
public static class CellText
{
    /// <summary>Stands for an amount of zero.</summary>
    public const string Dash = "–";

    /// <summary>The cell as its column's kind prints it; in English unless another notation is given.</summary>
    public static string Of(Column column, Cell cell, Notation? notation = null)
    {
        var form = notation ?? Notation.English;
        return cell switch
        {
            TextCell text => text.Text,
            DateCell date => form.Day(date.Day),
            AmountCell amount => Amount(column.Kind, amount, form),
            CountCell count => form.Figure(count.Count),
            PercentCell percent => form.Figure(new decimal(percent.PerMille) / 10, 1, form.Percent),
            RateCell rate => form.Number(rate.Rate, rate.Rate.Scale),
            _ => throw new UnreachableException($"No text for a {cell.GetType().Name}."),
        };
    }

    /// <summary>Whether the cells of a column are figures, set flush right.</summary>
    public static bool IsFigure(ColumnKind kind) => kind is not (ColumnKind.Text or ColumnKind.Date);

    static string Amount(ColumnKind kind, AmountCell cell, Notation form)
    {
        var amount = cell.Amount;
        if (amount.IsZero && cell.WholeUnits is null or 0) return Dash;
        if (kind == ColumnKind.WholeDollars) return form.Figure(cell.WholeUnits ?? Whole(amount));
        return form.Figure(amount.ToDecimal(), amount.Currency.Exponent);
    }

    static long Whole(Amount amount) => Rounding.HalfAwayFromZero(amount.MinorUnits, amount.Currency.UnitsPerWhole);
}
