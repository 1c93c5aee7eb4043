using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FundLedger.Money;
using FundLedger.Reports;

namespace FundLedger.Reporting.Exports;

/// <summary>
/// Writes a listing as CSV (RFC 4180, UTF-8 with a byte order mark): keys of the columns in the first row, days as
/// yyyy-MM-dd, numbers with a point and no separators, per cent without their sign. Text that a spreadsheet would run
/// as a formula begins with an apostrophe.
/// </summary>
public static class CsvListing
{
    const int BufferLength = 64 * 1024;
    const string LineEnd = "\r\n";
    static readonly SearchValues<char> Quoted = SearchValues.Create(",;\t\"\r\n");

    public static void Write(Listing listing, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(true), BufferLength, leaveOpen: true);
        WriteRow(writer, [.. listing.Columns.Select(column => new TextCell(column.Key))]);
        foreach (var row in listing.Rows) WriteRow(writer, row);
    }

    static void WriteRow(StreamWriter writer, ImmutableArray<Cell> cells)
    {
        // A lone empty field would be a blank line, which is no row.
        if (cells is [TextCell { Text: "" }]) writer.Write("\"\"");
        else
            for (var i = 0; i < cells.Length; i++)
            {
                if (i > 0) writer.Write(',');
                WriteCell(writer, cells[i]);
            }

        writer.Write(LineEnd);
    }

    static void WriteCell(StreamWriter writer, Cell cell)
    {
        if (cell is TextCell text)
        {
            WriteText(writer, PlainText.Clean(text.Text));
            return;
        }

        Span<char> room = stackalloc char[64];
        writer.Write(room[..ExportNumber.Format(cell, room)]);
    }

    static void WriteText(StreamWriter writer, string text)
    {
        var needsApostrophe = FormulaText.NeedsApostrophe(text);
        if (!needsApostrophe && !text.AsSpan().ContainsAny(Quoted))
        {
            writer.Write(text);
            return;
        }

        writer.Write('"');
        if (needsApostrophe) writer.Write('\'');
        writer.Write(text.Contains('"') ? text.Replace("\"", "\"\"", StringComparison.Ordinal) : text);
        writer.Write('"');
    }
}
