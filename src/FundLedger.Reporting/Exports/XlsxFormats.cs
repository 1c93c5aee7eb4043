using System.Collections.Immutable;
using FundLedger.Reports;

namespace FundLedger.Reporting.Exports;

/// <summary>The cell formats of an exported workbook; a cell refers to one by its place in the list.</summary>
static class XlsxFormats
{
    internal const int Text = 0;
    internal const int Heading = 1;
    internal const int RiskyText = 2;
    internal const int Date = 3;
    internal const int Count = 4;
    internal const int Percent = 5;
    internal const int Rate = 6;
    const int FirstMoney = 7;

    static readonly ImmutableArray<string> NumberFormats =
        ["yyyy\\-mm\\-dd", "0.0%", "#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000"];

    /// <summary>The format of a figure. A day that no spreadsheet can count is text.</summary>
    internal static int Of(Cell cell) => cell switch
    {
        AmountCell { WholeUnits: null } amount => FirstMoney + amount.Amount.Currency.Exponent,
        AmountCell or CountCell => Count,
        RateCell => Rate,
        _ => Text,
    };

    internal static string Styles { get; } = $"""
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
        <numFmts count="{NumberFormats.Length}">{string.Concat(NumberFormats.Select((code, i) => $"<numFmt numFmtId=\"{164 + i}\" formatCode=\"{code}\"/>"))}</numFmts>
        <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
        <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
        <fill><patternFill patternType="solid"><fgColor rgb="FFDCE6EF"/></patternFill></fill></fills>
        <borders count="1"><border/></borders>
        <cellStyleXfs count="1"><xf/></cellStyleXfs>
        <cellXfs count="{FirstMoney + 5}"><xf numFmtId="0"/><xf numFmtId="0" fontId="1" fillId="2" applyFont="1" applyFill="1"/>
        <xf numFmtId="0" quotePrefix="1"/>{Number(0)}{Number(2)}{Number(1)}<xf numFmtId="0"/>
        {Number(2)}{Number(3)}{Number(4)}{Number(5)}{Number(6)}</cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """;

    /// <summary>A width at which a column's usual values are legible, in characters.</summary>
    internal static int WidthOf(Column column) => Math.Max(column.Key.Length + 4, column.Kind switch
    {
        ColumnKind.Text => 22,
        ColumnKind.Date or ColumnKind.Rate => 13,
        ColumnKind.Count or ColumnKind.Percent => 10,
        ColumnKind.Money or ColumnKind.Dollars or ColumnKind.WholeDollars => 18,
        _ => throw new InvalidOperationException($"No width for {column.Kind}."),
    });

    static string Number(int format) => $"""<xf numFmtId="{164 + format}" applyNumberFormat="1"/>""";
}
