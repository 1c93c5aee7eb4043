namespace FundLedger.Data.Files;

/// <summary>
/// Reads one sheet of a workbook (.xlsx) as a stream. Of formulas it takes the results that are stored with them.
/// </summary>
sealed class XlsxSource : ITableSource
{
    readonly string _path;
    readonly FileLimits _limits;
    readonly TimeProvider _clock;
    readonly WorkbookIndex _index;
    readonly List<string> _sharedStrings;
    readonly CellFormats _formats;

    XlsxSource(string path, FileLimits limits, TimeProvider clock, ZippedParts parts, WorkbookIndex index)
    {
        (_path, _limits, _clock, _index) = (path, limits, clock, index);
        _sharedStrings = index.SharedStrings is { } strings ? SharedStrings.Read(parts, strings, limits) : [];
        _formats = index.Styles is { } styles ? CellFormats.Read(parts, styles) : CellFormats.None;
    }

    // A workbook stores only the cells that are filled.
    public bool WritesEveryField => false;

    internal static XlsxSource Open(string path, FileLimits limits, TimeProvider clock, string? sheet)
    {
        using var parts = new ZippedParts(path, limits, clock);
        parts.Inspect();
        return new XlsxSource(path, limits, clock, parts, WorkbookIndex.Read(parts, sheet));
    }

    public IEnumerable<FileRow> Read(FileRow row)
    {
        using var parts = new ZippedParts(_path, _limits, _clock);
        using var xml = parts.Read(_index.Sheet);
        var sheet = new SheetReader(xml, _limits, _sharedStrings, _formats, _index.CountsFrom1904);
        while (sheet.Read(row)) yield return row;
    }
}
