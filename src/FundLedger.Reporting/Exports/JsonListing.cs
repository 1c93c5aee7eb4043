using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using FundLedger.Reports;

namespace FundLedger.Reporting.Exports;

/// <summary>
/// Writes a listing as a JSON array of objects, one a line, named by the keys of the columns. Figures are numbers with
/// their exact decimals, days are yyyy-MM-dd, and text is as it is.
/// </summary>
public static class JsonListing
{
    const int FlushBytes = 64 * 1024;

    static readonly JsonWriterOptions Options = new()
    {
        // The file is JSON and never part of a page: names keep their letters and apostrophes.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static void Write(Listing listing, Stream stream)
    {
        var names = listing.Columns.Select(column => JsonEncodedText.Encode(column.Key, Options.Encoder)).ToArray();
        var buffer = new ArrayBufferWriter<byte>(2 * FlushBytes);
        using var json = new Utf8JsonWriter(buffer, Options);
        var start = "[\n"u8;
        foreach (var row in listing.Rows)
        {
            buffer.Write(start);
            WriteRow(json, names, row);
            start = ",\n"u8;
            if (buffer.WrittenCount < FlushBytes) continue;
            stream.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }

        buffer.Write(start[0] == '[' ? "[]\n"u8 : "\n]\n"u8);
        stream.Write(buffer.WrittenSpan);
    }

    static void WriteRow(Utf8JsonWriter json, JsonEncodedText[] names, ImmutableArray<Cell> row)
    {
        json.Reset();
        json.WriteStartObject();
        for (var i = 0; i < names.Length; i++) WriteCell(json, names[i], row[i]);
        json.WriteEndObject();
        json.Flush();
    }

    static void WriteCell(Utf8JsonWriter json, JsonEncodedText name, Cell cell)
    {
        Span<char> room = stackalloc char[64];
        if (cell is TextCell text)
        {
            json.WriteString(name, text.Text);
        }
        else if (cell is DateCell)
        {
            json.WriteString(name, room[..ExportNumber.Format(cell, room)]);
        }
        else
        {
            json.WritePropertyName(name);
            json.WriteRawValue(room[..ExportNumber.Format(cell, room)], skipInputValidation: true);
        }
    }
}
