using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Reports;

namespace FundLedger.Data.Files;

/// <summary>
/// One row of a table file. The same object serves for every row: take what you need before asking for the next.
/// A row with a <see cref="Problem"/> has no fields.
/// </summary>
public sealed class FileRow
{
    /// <summary>Stands in the text for bytes that are not UTF-8.</summary>
    internal const char NotText = '\u001A';

    readonly FileLimits _limits;
    readonly string _file;
    readonly int[] _ends;
    readonly string?[] _texts;
    char[] _chars = new char[1024];
    int _used;

    internal FileRow(FileLimits limits, string file)
    {
        (_limits, _file) = (limits, file);
        _ends = new int[limits.Columns];
        _texts = new string?[limits.Columns];
    }

    /// <summary>The number a spreadsheet shows beside the row; a record that runs over lines is one row.</summary>
    public long Number { get; private set; }

    /// <summary>Why the row cannot be read; the last row carries what ended the reading early.</summary>
    public Problem? Problem { get; private set; }

    internal int FieldCount { get; private set; }

    internal ImmutableArray<string> Columns { get; set; } = [];

    internal bool IsBlank => Problem is null && _used == 0;

    /// <summary>A field as it stands; nothing where the row ends before the column or the file has none (-1).</summary>
    public ReadOnlySpan<char> this[int column]
    {
        get
        {
            if (Problem is not null) throw new InvalidOperationException("The row has no fields: " + Problem.Message);
            if (column < 0 || column >= FieldCount) return default;
            var start = column == 0 ? 0 : _ends[column - 1];
            return _chars.AsSpan(start, _ends[column] - start);
        }
    }

    /// <summary>A field as a string. A value that repeats from row to row, such as a fund, is one string.</summary>
    public string Text(int column)
    {
        var field = this[column];
        if (field.IsEmpty) return "";
        if (_texts[column] is { } last && field.SequenceEqual(last)) return last;
        return _texts[column] = field.ToString();
    }

    /// <summary>A problem with a field of this row, saying where it is and what stands there.</summary>
    public Problem Refuse(int column, string message, string remedy) => new(message, remedy)
    {
        File = _file,
        Row = Number,
        Column = column >= 0 && column < Columns.Length ? Columns[column] : null,
        Value = Problem is null && column >= 0 ? this[column].ToString() : null,
    };

    internal void Begin(long number) => (Number, Problem, FieldCount, _used) = (number, null, 0, 0);

    internal void Fail(Problem problem) => Problem ??= problem with { File = _file, Row = problem.Row ?? Number };

    /// <summary>Appends a field and says what no text of a ledger may hold.</summary>
    internal void Append(ReadOnlySpan<char> field)
    {
        if (FieldCount == _limits.Columns)
            throw new FileRefusedException(
                Count($"row {Number} has more than {_limits.Columns} columns"),
                "leave only the columns that are needed");
        if (field.Length > _limits.FieldLength)
            FailHere(
                Count($"is longer than {_limits.FieldLength:N0} characters"),
                "shorten the text, or look for a quotation mark that is never closed");
        else if (HiddenCharacters.AreIn(field))
            FailHere(
                field.Contains(NotText) ? "holds bytes that are not UTF-8 text"
                    : "holds a character that cannot be seen and changes how it reads",
                "remove it, or save the file again as CSV UTF-8");
        if (Problem is null) Keep(field);
    }

    /// <summary>Leaves fields empty up to a column, for files that store only the cells that are filled.</summary>
    internal void SkipTo(int column)
    {
        while (FieldCount < column) Append("");
    }

    /// <summary>Takes away the apostrophe that an export puts before text that a spreadsheet would run.</summary>
    internal void AppendGuarded(ReadOnlySpan<char> field) => Append(FormulaText.WithoutApostrophe(field));

    internal void FailHere(string message, string remedy)
    {
        var name = FieldCount < Columns.Length ? Columns[FieldCount] : "";
        var column = name.Length > 0 ? name : Count($"{FieldCount + 1}");
        Fail(new Problem(Count($"column '{column}' of row {Number} {message}"), remedy) { Column = column });
    }

    static string Count(FormattableString text) => FormattableString.Invariant(text);

    void Keep(ReadOnlySpan<char> field)
    {
        var needed = _used + field.Length;
        if (needed > _chars.Length) Array.Resize(ref _chars, Math.Max(_chars.Length * 2, needed));
        field.CopyTo(_chars.AsSpan(_used));
        _used = needed;
        _ends[FieldCount++] = _used;
    }
}
