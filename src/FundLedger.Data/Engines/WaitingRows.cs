using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace FundLedger.Data.Engines;

/// <summary>
/// Rows of several SQLite statements in the order in which they were executed, waiting to be written. Their texts lie one behind the
/// other in memory that does not move, as SQLite reads them.
/// </summary>
sealed class WaitingRows
{
    const int LengthOfDay = 10;

    readonly List<Value> _values = [];
    readonly List<(SqliteStatement Statement, int Start)> _rows = [];
    byte[] _texts = Pinned(64 * 1024);
    int _used;

    internal int Count => _rows.Count;

    internal void Number(long? value) =>
        _values.Add(value is { } number ? new Value(WaitingKind.Number, number, 0) : default);

    internal void Text(string? value)
    {
        if (value is null) _values.Add(default);
        else Keep(WaitingKind.Text, Encoding.UTF8.GetBytes(value, Room(Encoding.UTF8.GetMaxByteCount(value.Length))));
    }

    internal void Day(DateOnly? value)
    {
        if (value is not { } day) _values.Add(default);
        else if (day.TryFormat(Room(LengthOfDay), out var length, "O", CultureInfo.InvariantCulture)) Keep(WaitingKind.Text, length);
    }

    internal void Bytes(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Room(value.Length));
        Keep(WaitingKind.Bytes, value.Length);
    }

    internal void EndRow(SqliteStatement statement) => _rows.Add((statement, _values.Count - statement.Width));

    /// <summary>Writes the rows in their order, or statement by statement in the order of these.</summary>
    internal void Write(bool byStatement)
    {
        if (byStatement)
        {
            foreach (var rows in _rows.GroupBy(row => row.Statement, row => row.Start).OrderBy(rows => rows.Key.Place))
                rows.Key.Write(this, [.. rows]);
        }
        else
        {
            foreach (var (statement, start) in _rows) statement.Write(this, [start]);
        }
    }

    /// <summary>Gives a parameter of a statement the value at this place; SQLite's answer.</summary>
    internal int Bind(nint statement, int parameter, int at)
    {
        var value = _values[at];
        return value.Kind switch
        {
            WaitingKind.Number => SqliteBinding.Number(statement, parameter, value.Number),
            WaitingKind.Text => SqliteBinding.Text(statement, parameter, Address(value), value.Length, SqliteBinding.Stays),
            WaitingKind.Bytes => SqliteBinding.Bytes(statement, parameter, Address(value), value.Length, SqliteBinding.Stays),
            _ => SqliteBinding.Nothing(statement, parameter),
        };
    }

    internal void Clear()
    {
        _values.Clear();
        _rows.Clear();
        _used = 0;
    }

    nint Address(Value value) => Marshal.UnsafeAddrOfPinnedArrayElement(_texts, (int)value.Number);

    void Keep(WaitingKind kind, int length)
    {
        _values.Add(new Value(kind, _used, length));
        _used += length;
    }

    Span<byte> Room(int most)
    {
        if (_used + most > _texts.Length)
        {
            var larger = Pinned(Math.Max(_texts.Length * 2, _used + most));
            _texts.AsSpan(0, _used).CopyTo(larger);
            _texts = larger;
        }

        return _texts.AsSpan(_used);
    }

    static byte[] Pinned(int length) => GC.AllocateUninitializedArray<byte>(length, pinned: true);

    /// <summary>A number, or where a text or bytes begin and how long they are.</summary>
    readonly record struct Value(WaitingKind Kind, long Number, int Length);
}
