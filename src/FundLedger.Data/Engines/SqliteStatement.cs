using System.Globalization;
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
    byte[] _text = new byte[256];

    internal SqliteStatement(SqliteStatements set, sqlite3 database, string sql)
    {
        (_set, _database) = (set, database);
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql, out _statement), database);
    }

    public override void Number(long? value) => _set.Waiting.Add(WaitingValue.Of(value));

    public override void Text(string? value) => _set.Waiting.Add(WaitingValue.Of(value));

    public override void Day(DateOnly? value) => _set.Waiting.Add(WaitingValue.Of(value));

    public override void Bytes(ReadOnlyMemory<byte> value) => _set.Waiting.Add(WaitingValue.Of(value));

    public override void Execute() => _set.Executed(this);

    /// <summary>Writes one row.</summary>
    internal void Write(ReadOnlySpan<WaitingValue> values)
    {
        for (var i = 0; i < values.Length; i++) Check(Bind(i + 1, values[i]));
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_DONE) code = raw.sqlite3_reset(_statement);
        else raw.sqlite3_reset(_statement);
        Check(code);
    }

    internal void Release() => _statement.Dispose();

    int Bind(int index, WaitingValue value) => value.Kind switch
    {
        WaitingKind.Number => raw.sqlite3_bind_int64(_statement, index, value.Number),
        WaitingKind.Text => BindText(index, (string)value.Reference!),
        WaitingKind.Day => BindDay(index, value.Day),
        WaitingKind.Bytes => raw.sqlite3_bind_blob(_statement, index, (byte[])value.Reference!),
        _ => raw.sqlite3_bind_null(_statement, index),
    };

    int BindText(int index, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > _text.Length) _text = new byte[most];
        var length = Encoding.UTF8.GetBytes(text, _text);
        return raw.sqlite3_bind_text(_statement, index, _text.AsSpan(0, length));
    }

    int BindDay(int index, DateOnly day)
    {
        Span<byte> text = stackalloc byte[10];
        day.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return raw.sqlite3_bind_text(_statement, index, text);
    }

    void Check(int code)
    {
        if (code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, _database);
    }
}
