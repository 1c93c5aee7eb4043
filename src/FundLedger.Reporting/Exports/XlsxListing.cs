using System.Collections.Immutable;
using System.IO.Compression;
using FundLedger.Reports;

namespace FundLedger.Reporting.Exports;

/// <summary>
/// Writes a listing as a workbook (.xlsx), row by row in constant memory: real numbers and days, text that is never a
/// formula, keys of the columns in the first row. What does not fit on one sheet continues on the next. Equal listings
/// give equal bytes.
/// </summary>
public static class XlsxListing
{
    /// <summary>What a sheet holds besides its heading.</summary>
    public const int RowsOfSheet = 1_048_575;

    const int BufferLength = 64 * 1024;

    // The earliest moment a zip file can state: the same for every part and every export.
    static readonly DateTimeOffset PartTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Listing listing, Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        using var rows = listing.Rows.GetEnumerator();
        var sheets = 0;
        for (var isMore = rows.MoveNext(); isMore || sheets == 0;)
        {
            sheets++;
            using var part = Part(zip, XlsxParts.SheetPath(sheets));
            using var sheet = new XlsxSheet(part, listing.Columns);
            for (; isMore && sheet.Rows < RowsOfSheet; isMore = rows.MoveNext()) sheet.WriteRow(rows.Current);
            sheet.Finish();
        }

        foreach (var (path, content) in XlsxParts.Around(sheets, listing.Name))
        {
            using var part = Part(zip, path);
            using var text = new StreamWriter(part);
            text.Write(content);
        }
    }

    static BufferedStream Part(ZipArchive zip, string path)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = PartTime;
        return new BufferedStream(entry.Open(), BufferLength);
    }
}
