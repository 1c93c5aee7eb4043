using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FundLedger.Data.Engines;

/// <summary>
/// A statement bound through SQLite's own functions: an import writes some six million rows, and boxing each value for
/// ADO.NET would take as long as the database itself.
/// </summary>
sealed class SqliteStatement : Statement
{
    readonly SqliteStatements _set;
    readonly sqlite3 _database;
    readonly sqlite3_stmt _statement;
    readonly nint _handle;
    byte[] _row = Pinned(1024);

    internal SqliteStatement(SqliteStatements set, sqlite3 database, string sql)
    {
        (_set, _database) = (set, database);
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql, out _statement), database);
        _handle = _statement.DangerousGetHandle();
    }

    public override void Number(long? value) => _set.Waiting.Add(WaitingValue.Of(value));

    public override void Text(string? value) => _set.Waiting.Add(WaitingValue.Of(value));

    public override void Day(DateOnly? value) => _set.Waiting.Add(WaitingValue.Of(value));

    public override void Bytes(ReadOnlyMemory<byte> value) => _set.Waiting.Add(WaitingValue.Of(value));

    public override void Execute() => _set.Executed(this);

    /// <summary>Writes one row.</summary>
    internal void Write(ReadOnlySpan<WaitingValue> values)
    {
        // Texts lie one behind the other in memory that does not move until the row is written.
        var most = 0;
        foreach (var value in values) most += value.MostBytes;
        if (most > _row.Length) _row = Pinned(most);
        var used = 0;
        for (var i = 0; i < values.Length; i++) Check(Bind(i + 1, values[i], ref used));
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_DONE) code = raw.sqlite3_reset(_statement);
        else raw.sqlite3_reset(_statement);
        Check(code);
    }

    internal void Release() => _statement.Dispose();

    int Bind(int index, WaitingValue value, ref int used)
    {
        var place = _row.AsSpan(used);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(_row, used);
        switch (value.Kind)
        {
            case WaitingKind.Number:
                return SqliteBinding.Number(_handle, index, value.Number);
            case WaitingKind.Text:
                var length = Encoding.UTF8.GetBytes((string)value.Reference!, place);
                used += length;
                return SqliteBinding.Text(_handle, index, address, length, SqliteBinding.Stays);
            case WaitingKind.Day:
                value.Day.TryFormat(place, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
                used += WaitingValue.LengthOfDay;
                return SqliteBinding.Text(_handle, index, address, WaitingValue.LengthOfDay, SqliteBinding.Stays);
            case WaitingKind.Bytes:
                var bytes = (byte[])value.Reference!;
                bytes.CopyTo(place);
                used += bytes.Length;
                return SqliteBinding.Bytes(_handle, index, address, bytes.Length, SqliteBinding.Stays);
            default:
                return SqliteBinding.Nothing(_handle, index);
        }
    }

    void Check(int code)
    {
        if (code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, _database);
    }

    static byte[] Pinned(int length) => GC.AllocateUninitializedArray<byte>(length, pinned: true);
}
