using System.Globalization;
using FundLedger.Money;
using FundLedger.Reports;

namespace FundLedger.Reporting.Exports;

/// <summary>Figures and days as other programs read them: exact, with a point, the same in every culture.</summary>
static class ExportNumber
{
    /// <summary>Spreadsheets keep 15 digits of a number; a longer one is written as text rather than wrong.</summary>
    const int DigitsOfSpreadsheet = 15;

    /// <summary>Whether a spreadsheet keeps the number exactly.</summary>
    internal static bool FitsSpreadsheet(ReadOnlySpan<char> number)
    {
        if (number.Length <= DigitsOfSpreadsheet) return true;
        var digits = number.TrimStart("-0.");
        if (number.Contains('.')) digits = digits.TrimEnd('0');
        return digits.Length - (digits.Contains('.') ? 1 : 0) <= DigitsOfSpreadsheet;
    }

    /// <summary>Writes the cell and returns the length. Shares are in per cent: 125 tenths are 12.5.</summary>
    internal static int Format(Cell cell, Span<char> room)
    {
        int length;
        switch (cell)
        {
            case AmountCell { WholeUnits: { } whole }:
                whole.TryFormat(room, out length, default, CultureInfo.InvariantCulture);
                return length;
            case AmountCell amount:
                return AmountText.Format(amount.Amount, room);
            case DateCell date:
                date.Day.TryFormat(room, out length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
                return length;
            case CountCell count:
                count.Count.TryFormat(room, out length, default, CultureInfo.InvariantCulture);
                return length;
            case PercentCell percent:
                (percent.PerMille / 10m).TryFormat(room, out length, "0.0", CultureInfo.InvariantCulture);
                return length;
            case RateCell rate:
                rate.Rate.TryFormat(room, out length, default, CultureInfo.InvariantCulture);
                return length;
            default:
                throw new InvalidOperationException($"A {cell.GetType().Name} is no figure.");
        }
    }
}
