using ClosedXML.Excel;
using FundLedger.Reports;

namespace FundLedger.Reporting.Excel;

/// <summary>The look of a sheet: sober, one accent, hairlines instead of a grid.</summary>
static class SheetStyle
{
    internal const string Font = "Arial";
    internal const double FontSize = 10;

    static readonly XLColor Accent = XLColor.FromHtml("#FF1F4E79");
    static readonly XLColor Pale = XLColor.FromHtml("#FFE9EFF5");
    static readonly XLColor Hairline = XLColor.FromHtml("#FFD5DCE3");
    static readonly XLColor Muted = XLColor.FromHtml("#FF5A6672");
    static readonly XLColor Warning = XLColor.FromHtml("#FFB3261E");

    internal static void Title(IXLStyle style)
    {
        style.Font.SetBold().Font.SetFontSize(15).Font.SetFontColor(Accent);
        style.Alignment.SetVertical(XLAlignmentVerticalValues.Center);
    }

    internal static void Banner(IXLStyle style) => style.Font.SetBold().Font.SetFontColor(Warning);

    internal static void Quiet(IXLStyle style) => style.Font.SetFontColor(Muted);

    internal static void Identity(IXLStyle style) => style.Font.SetFontColor(Muted).Font.SetFontSize(8);

    internal static void Wrapped(IXLStyle style) =>
        style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);

    internal static void Headings(IXLStyle style)
    {
        style.Font.SetBold().Font.SetFontColor(XLColor.White).Fill.SetBackgroundColor(Accent);
        style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Center);
    }

    internal static void Row(RowKind kind, IXLStyle style)
    {
        style.Border.SetBottomBorder(XLBorderStyleValues.Thin).Border.SetBottomBorderColor(Hairline);
        style.Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        if (kind == RowKind.Detail) return;
        style.Font.SetBold();
        style.Border.SetBottomBorderColor(Accent);
        if (kind == RowKind.Group) style.Font.SetFontColor(Accent).Fill.SetBackgroundColor(Pale);
        if (kind == RowKind.Subtotal) style.Border.SetTopBorder(XLBorderStyleValues.Thin).Border.SetTopBorderColor(Accent);
        if (kind != RowKind.Total) return;
        style.Fill.SetBackgroundColor(Pale);
        style.Border.SetTopBorder(XLBorderStyleValues.Thin).Border.SetTopBorderColor(Accent);
        style.Border.SetBottomBorder(XLBorderStyleValues.Double);
    }

    /// <summary>Figures to the right, words and days to the left and clear of the column before.</summary>
    internal static void Align(Table table, int column, IXLAlignment alignment)
    {
        var isFigure = table.Columns[column].Kind is not (ColumnKind.Text or ColumnKind.Date);
        alignment.Horizontal = isFigure ? XLAlignmentHorizontalValues.Right : XLAlignmentHorizontalValues.Left;
        if (!isFigure && column > 0) alignment.Indent = 1;
    }
}
