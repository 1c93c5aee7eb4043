using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FundLedger.Data.Engines;

/// <summary>
/// A statement bound through SQLite's own functions: an import writes some six million rows, and boxing each value for
/// ADO.NET would take as long as the database itself.
/// </summary>
sealed class SqliteStatement : Statement
{
    readonly sqlite3 _database;
    readonly sqlite3_stmt _statement;
    int _index;

    internal SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql, out _statement), database);
    }

    public override void Number(long? value)
    {
        if (value is { } number) Check(raw.sqlite3_bind_int64(_statement, ++_index, number));
        else Nothing();
    }

    public override void Text(string? value)
    {
        if (value is null) Nothing();
        else Check(raw.sqlite3_bind_text(_statement, ++_index, value));
    }

    public override void Day(DateOnly? value)
    {
        if (value is not { } day)
        {
            Nothing();
            return;
        }

        Span<byte> text = stackalloc byte[10];
        day.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Check(raw.sqlite3_bind_text(_statement, ++_index, text));
    }

    public override void Bytes(ReadOnlyMemory<byte> value) =>
        Check(raw.sqlite3_bind_blob(_statement, ++_index, value.Span));

    public override void Execute()
    {
        _index = 0;
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_DONE) code = raw.sqlite3_reset(_statement);
        else raw.sqlite3_reset(_statement);
        Check(code);
    }

    public override void Dispose() => _statement.Dispose();

    void Nothing() => Check(raw.sqlite3_bind_null(_statement, ++_index));

    void Check(int code)
    {
        if (code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, _database);
    }
}
