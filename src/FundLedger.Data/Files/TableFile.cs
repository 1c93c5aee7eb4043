using System.Collections.Immutable;
using System.Xml;
using FundLedger.Checks;
using Sylvan.Data.Csv;

namespace FundLedger.Data.Files;

/// <summary>
/// A table that somebody gave us as CSV or XLSX: column names in its first row, and rows that are read as they are
/// asked for, within limits. What the file is decides its content, not its name.
/// </summary>
public sealed class TableFile
{
    readonly ITableSource _source;
    readonly FileLimits _limits;
    readonly ImmutableArray<string> _added;

    TableFile(
        ITableSource source, FileLimits limits, string name, long heading, ImmutableArray<string> columns, ImmutableArray<string> added)
    {
        (_source, _limits, Name, Heading, Columns, _added) = (source, limits, name, heading, columns, added);
    }

    /// <summary>The name by which problems call the file.</summary>
    public string Name { get; }

    /// <summary>The column names as given, without spaces around them.</summary>
    public ImmutableArray<string> Columns { get; }

    long Heading { get; }

    /// <summary>How many columns the file itself has.</summary>
    int OwnColumns => Columns.Length - _added.Length;

    /// <summary>The same table with columns behind its own that hold the same in every row.</summary>
    internal Outcome<TableFile> With(IReadOnlyCollection<KeyValuePair<string, string>> added) =>
        Columns.Length + added.Count > _limits.Columns
            ? new Problem(FormattableString.Invariant($"the file has more than {_limits.Columns - added.Count} columns"),
                "leave only the columns that are needed")
            { File = Name }
            : new TableFile(_source, _limits, Name, Heading, [.. Columns, .. added.Select(one => one.Key)],
                [.. added.Select(one => one.Value)]);

    /// <summary>
    /// Opens a file and reads its column names. <paramref name="sheet"/> names the sheet of a workbook, else its first
    /// visible one is read; <paramref name="name"/> is what people call the file where its path is not their own.
    /// </summary>
    public static Outcome<TableFile> Open(
        string path, FileLimits limits, TimeProvider clock, string? sheet = null, string? name = null)
    {
        name ??= Path.GetFileName(path);
        try
        {
            var source = FileContent.Recognise(path, limits, clock, sheet);
            foreach (var row in source.Read(new FileRow(limits, name)))
            {
                if (row.Problem is not null) return row.Problem;
                if (!row.IsBlank) return Headed(source, limits, name, row);
            }

            return new Problem("the file has no rows", "give it a first row of column names") { File = name };
        }
        catch (Exception fault) when (ProblemOf(fault) is { } problem)
        {
            return problem with { File = name };
        }
    }

    /// <summary>
    /// Where a column is, or -1. Capitals do not count, and a space, an underscore and a hyphen are the same.
    /// </summary>
    public int Find(string column)
    {
        for (var i = 0; i < Columns.Length; i++)
            if (TableColumnName.IsSame(Columns[i], column)) return i;
        return -1;
    }

    /// <summary>
    /// The rows below the heading that are not blank, one object for all of them. Each call reads the file anew. A row
    /// that cannot be read has a <see cref="FileRow.Problem"/>; when the file cannot be read on, the last row says why.
    /// </summary>
    public IEnumerable<FileRow> Rows()
    {
        var row = new FileRow(_limits, Name) { Columns = Columns };
        using var rows = _source.Read(row).GetEnumerator();
        for (var count = 0L; Advance(rows, row);)
        {
            if (row.Number <= Heading || row.IsBlank) continue;
            if (++count > _limits.Rows) row.Fail(TooManyRows());
            CheckWidth(row);
            Add(row);
            yield return row;
            if (count > _limits.Rows) yield break;
        }
    }

    static Outcome<TableFile> Headed(ITableSource source, FileLimits limits, string name, FileRow row)
    {
        var columns = ImmutableArray.CreateBuilder<string>(row.FieldCount);
        for (var i = 0; i < row.FieldCount; i++)
        {
            var column = row[i].Trim().ToString();
            if (column.Length > 0 && columns.Any(other => TableColumnName.IsSame(other, column)))
                return new Problem($"the column '{column}' occurs twice", "give each column a name of its own")
                { File = name, Row = row.Number, Column = column };
            columns.Add(column);
        }

        return new TableFile(source, limits, name, row.Number, columns.DrainToImmutable(), []);
    }

    /// <summary>Moves on; a file that cannot be read on ends with a row that says why.</summary>
    static bool Advance(IEnumerator<FileRow> rows, FileRow row)
    {
        var before = row.Number;
        try
        {
            return rows.MoveNext();
        }
        catch (Exception fault) when (ProblemOf(fault) is { } problem)
        {
            row.Begin(row.Number == before ? before + 1 : row.Number);
            row.Fail(problem);
            return true;
        }
    }

    void Add(FileRow row)
    {
        if (row.Problem is not null || _added.IsEmpty) return;
        row.SkipTo(OwnColumns);
        foreach (var value in _added) row.Append(value);
    }

    void CheckWidth(FileRow row)
    {
        if (row.Problem is not null || (row.FieldCount <= OwnColumns && !_source.WritesEveryField)) return;
        if (row.FieldCount == OwnColumns) return;
        row.Fail(new Problem(
            FormattableString.Invariant(
                $"row {row.Number} has {row.FieldCount} fields, but the first row names {OwnColumns} columns"),
            "put text that holds the separator in quotation marks, and give every row a field for each column"));
    }

    Problem TooManyRows() => new(
        FormattableString.Invariant($"the file has more than {_limits.Rows:N0} rows"), "split it into smaller files");

    static Problem? ProblemOf(Exception fault) => fault switch
    {
        FileRefusedException refused => refused.Problem,
        CsvRecordTooLargeException => new Problem(
            "the row is too long for any table", "shorten it, or look for a quotation mark that is never closed"),
        CsvFormatException => new Problem(
            "the row has a quotation mark in the wrong place, or one that is never closed",
            "write a quotation mark inside quoted text twice, and close the text with one"),
        XmlException => new Problem(
            "the workbook is damaged, or holds XML that is not allowed in one",
            "save it again with a spreadsheet program"),
        InvalidDataException => new Problem("the workbook is damaged", "save it again with a spreadsheet program"),
        FileNotFoundException or DirectoryNotFoundException => new Problem("there is no such file", "check the name"),
        IOException or UnauthorizedAccessException => new Problem(
            "the file cannot be read: " + fault.Message, "close other programs that use it, and check who may read it"),
        _ => null,
    };
}

/// <summary>Reads a file from its beginning, row by row, into the row that is handed in.</summary>
interface ITableSource
{
    /// <summary>Whether the format writes a field for every column, so that a short row is a mistake.</summary>
    bool WritesEveryField { get; }

    IEnumerable<FileRow> Read(FileRow row);
}
