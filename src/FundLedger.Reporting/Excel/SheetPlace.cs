using System.Globalization;

namespace FundLedger.Reporting.Excel;

/// <summary>How spreadsheets name cells: column letters and a row number, both from 1: A1, AB12.</summary>
static class SheetPlace
{
    internal static string Of(int row, int column) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    internal static string Letters(int column) => column <= 26
        ? ((char)('A' + column - 1)).ToString()
        : Letters((column - 1) / 26) + Letters(((column - 1) % 26) + 1);
}
