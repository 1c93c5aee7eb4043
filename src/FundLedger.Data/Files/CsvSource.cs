using System.Globalization;
using System.Text;
using Sylvan.Data.Csv;

namespace FundLedger.Data.Files;

/// <summary>Reads CSV (RFC 4180) in UTF-8, its fields separated by commas, semicolons or tabs as in the first row.</summary>
sealed class CsvSource(string path, FileLimits limits, TimeProvider clock) : ITableSource
{
    const int BufferLength = 64 * 1024;

    public bool WritesEveryField => true;

    public IEnumerable<FileRow> Read(FileRow row)
    {
        var delimiter = Delimiter();
        using var text = OpenText();
        using var csv = CsvDataReader.Create(text, Options(delimiter));
        var number = 0L;
        while (csv.Read())
        {
            row.Begin(++number);
            for (var i = 0; i < csv.RowFieldCount; i++) row.AppendGuarded(csv.GetFieldSpan(i));
            yield return row;
        }
    }

    CsvDataReaderOptions Options(char delimiter) => new()
    {
        HasHeaders = false,
        Delimiter = delimiter,
        CsvStyle = CsvStyle.Standard,
        // Without this a row that begins with # would be left out in silence.
        Comment = '\0',
        ResultSetMode = ResultSetMode.SingleResult,
        BufferSize = BufferLength,
        MaxBufferSize = limits.RowLength,
        Culture = CultureInfo.InvariantCulture,
    };

    StreamReader OpenText()
    {
        var encoding = (Encoding)new UTF8Encoding(encoderShouldEmitUTF8Identifier: true).Clone();
        encoding.DecoderFallback = new DecoderReplacementFallback(FileRow.NotText.ToString());
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        return new StreamReader(
            new CountedStream(file, ReadingMeter.ForText(limits, clock)), encoding, false, BufferLength);
    }

    /// <summary>The separator that occurs most often in the first row that is not empty, outside quotation marks.</summary>
    char Delimiter()
    {
        using var text = OpenText();
        Span<char> start = new char[BufferLength];
        start = start[..text.ReadBlock(start)].TrimStart("\r\n");
        int commas = 0, semicolons = 0, tabs = 0;
        var isQuoted = false;
        foreach (var c in start)
        {
            if (c == '"') isQuoted = !isQuoted;
            if (isQuoted) continue;
            if (c is '\r' or '\n') break;
            if (c == ',') commas++;
            else if (c == ';') semicolons++;
            else if (c == '\t') tabs++;
        }

        return semicolons > commas && semicolons >= tabs ? ';' : tabs > commas ? '\t' : ',';
    }
}
