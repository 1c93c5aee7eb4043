using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FundLedger.Reporting.Excel;
using FundLedger.Reports;

namespace FundLedger.Reporting.Exports;

/// <summary>One sheet of an exported workbook, written from its first row to its last.</summary>
sealed class XlsxSheet : IDisposable
{
    // Spreadsheets count a day too many before it.
    static readonly DateOnly FirstDay = new(1900, 3, 1);
    static readonly int DayZero = new DateOnly(1899, 12, 30).DayNumber;

    readonly XlsxText _xml;
    readonly byte[][] _letters;

    internal XlsxSheet(Stream stream, ImmutableArray<Column> columns)
    {
        _xml = new XlsxText(stream);
        _letters = [.. Enumerable.Range(1, columns.Length).Select(column => Encoding.ASCII.GetBytes(SheetPlace.Letters(column)))];
        _xml.Raw("""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>
            """u8);
        for (var i = 0; i < columns.Length; i++)
            _xml.Raw(Encoding.ASCII.GetBytes(string.Create(
                CultureInfo.InvariantCulture,
                $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{XlsxFormats.WidthOf(columns[i])}\" customWidth=\"1\"/>")));
        _xml.Raw("</cols><sheetData>\n"u8);
        BeginRow();
        for (var i = 0; i < columns.Length; i++) WriteText(i, columns[i].Key, XlsxFormats.Heading);
        _xml.Raw("</row>\n"u8);
    }

    /// <summary>How many rows stand below the heading.</summary>
    internal int Rows { get; private set; } = -1;

    internal void WriteRow(ImmutableArray<Cell> cells)
    {
        BeginRow();
        for (var i = 0; i < cells.Length; i++) WriteCell(i, cells[i]);
        _xml.Raw("</row>\n"u8);
    }

    internal void Finish()
    {
        _xml.Raw("</sheetData><autoFilter ref=\"A1:"u8);
        _xml.Raw(_letters[^1]);
        _xml.Number(Rows + 1);
        _xml.Raw("\"/></worksheet>"u8);
    }

    public void Dispose() => _xml.Flush();

    void BeginRow()
    {
        Rows++;
        _xml.Raw("<row r=\""u8);
        _xml.Number(Rows + 1);
        _xml.Raw("\">"u8);
    }

    void WriteCell(int column, Cell cell)
    {
        switch (cell)
        {
            case TextCell text:
                var clean = PlainText.Clean(text.Text);
                WriteText(column, clean, FormulaText.IsRisky(clean) ? XlsxFormats.RiskyText : XlsxFormats.Text);
                break;
            case DateCell date when date.Day >= FirstDay:
                BeginCell(column, XlsxFormats.Date);
                _xml.Raw("\"><v>"u8);
                _xml.Number(date.Day.DayNumber - DayZero);
                _xml.Raw("</v></c>"u8);
                break;
            case PercentCell percent:
                WriteNumber(column, new RateCell(percent.PerMille / 1000m), XlsxFormats.Percent);
                break;
            default:
                WriteNumber(column, cell, XlsxFormats.Of(cell));
                break;
        }
    }

    void WriteNumber(int column, Cell cell, int format)
    {
        Span<char> room = stackalloc char[64];
        var figure = room[..ExportNumber.Format(cell, room)];
        if (cell is DateCell || !ExportNumber.FitsSpreadsheet(figure))
        {
            WriteText(column, figure, XlsxFormats.Text);
            return;
        }

        BeginCell(column, format);
        _xml.Raw("\"><v>"u8);
        _xml.Ascii(figure);
        _xml.Raw("</v></c>"u8);
    }

    void WriteText(int column, ReadOnlySpan<char> text, int format)
    {
        if (text.IsEmpty) return;
        BeginCell(column, format);
        _xml.Raw("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
        _xml.Escaped(text);
        _xml.Raw("</t></is></c>"u8);
    }

    void BeginCell(int column, int format)
    {
        _xml.Raw("<c r=\""u8);
        _xml.Raw(_letters[column]);
        _xml.Number(Rows + 1);
        if (format == XlsxFormats.Text) return;
        _xml.Raw("\" s=\""u8);
        _xml.Number(format);
    }
}
