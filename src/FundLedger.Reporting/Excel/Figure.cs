using System.Globalization;
using FundLedger.Reporting.Exports;
using FundLedger.Reports;

namespace FundLedger.Reporting.Excel;

/// <summary>The number that a cell of a workbook holds, and the format that shows it.</summary>
static class Figure
{
    /// <summary>The number, exactly; none for text and days, and for a number with more digits than a spreadsheet keeps.</summary>
    internal static decimal? Of(Cell cell) => Exact(cell) is { } number && ExportNumber.FitsSpreadsheet(Text(number)) ? number : null;

    /// <summary>Whether the cell is a number that a spreadsheet would falsify, so that it has to be text.</summary>
    internal static bool IsTooLong(Cell cell) => Exact(cell) is { } number && !ExportNumber.FitsSpreadsheet(Text(number));

    /// <summary>The number as a workbook stores it.</summary>
    internal static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    internal static string FormatOf(Cell cell, ColumnKind kind) => cell switch
    {
        AmountCell { WholeUnits: not null } => Format(0),
        AmountCell amount => Format(kind == ColumnKind.WholeDollars ? 0 : amount.Amount.Currency.Exponent),
        CountCell => Format(0),
        PercentCell => "0.0%_)",
        RateCell rate => "#,##0" + Decimals(rate.Rate.Scale) + "_)",
        DateCell => "dd mmm yyyy",
        _ => "@",
    };

    /// <summary>What a reader sees, for the width of the column and for figures that have to be text.</summary>
    internal static string Shown(Cell cell, ColumnKind kind) => cell switch
    {
        TextCell text => text.Text,
        DateCell => "31 Mmm 2024",
        AmountCell { WholeUnits: { } whole } => whole.ToString("N0", CultureInfo.InvariantCulture),
        AmountCell amount => amount.Amount.ToDecimal().ToString(
            kind == ColumnKind.WholeDollars ? "N0" : "N" + Number(amount.Amount.Currency.Exponent), CultureInfo.InvariantCulture),
        CountCell count => count.Count.ToString("N0", CultureInfo.InvariantCulture),
        PercentCell percent => (percent.PerMille / 10m).ToString("0.0", CultureInfo.InvariantCulture) + "%",
        RateCell rate => rate.Rate.ToString("N" + Number(rate.Rate.Scale), CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A workbook has no form for a {cell.GetType().Name}."),
    };

    static decimal? Exact(Cell cell) => cell switch
    {
        AmountCell amount => amount.WholeUnits ?? amount.Amount.ToDecimal(),
        CountCell count => count.Count,
        PercentCell percent => percent.PerMille / 1000m,
        RateCell rate => rate.Rate,
        _ => null,
    };

    /// <summary>Parentheses for negatives and a dash for zero, with figures of either kind in line.</summary>
    static string Format(int decimals)
    {
        var digits = "#,##0" + Decimals(decimals);
        return $"{digits}_);({digits});\"–\"_)";
    }

    static string Decimals(int count) => count == 0 ? "" : "." + new string('0', count);

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
