namespace FundLedger.Data.Engines;

/// <summary>Rows of several statements in the order in which they were executed, waiting to be written.</summary>
sealed class WaitingRows
{
    readonly List<WaitingValue> _values = [];
    readonly List<(SqliteStatement Statement, int End)> _rows = [];

    internal int Count => _rows.Count;

    internal void Add(WaitingValue value) => _values.Add(value);

    internal void EndRow(SqliteStatement statement) => _rows.Add((statement, _values.Count));

    internal void Write()
    {
        var values = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_values);
        var start = 0;
        foreach (var (statement, end) in _rows)
        {
            statement.Write(values[start..end]);
            start = end;
        }
    }

    internal void Clear()
    {
        _values.Clear();
        _rows.Clear();
    }
}

enum WaitingKind : byte
{
    Nothing,
    Number,
    Text,
    Day,
    Bytes,
}

/// <summary>A value of a row that waits: a number or the number of a day in <see cref="Number"/>, text and bytes beside it.</summary>
readonly record struct WaitingValue(WaitingKind Kind, long Number, object? Reference)
{
    internal static WaitingValue Of(long? value) => value is { } number ? new(WaitingKind.Number, number, null) : default;

    internal static WaitingValue Of(string? value) => value is null ? default : new(WaitingKind.Text, 0, value);

    internal static WaitingValue Of(DateOnly? value) => value is { } day ? new(WaitingKind.Day, day.DayNumber, null) : default;

    internal static WaitingValue Of(ReadOnlyMemory<byte> value) => new(WaitingKind.Bytes, 0, value.ToArray());

    internal DateOnly Day => DateOnly.FromDayNumber((int)Number);
}
