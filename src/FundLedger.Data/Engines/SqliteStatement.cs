using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FundLedger.Data.Engines;

/// <summary>
/// A statement bound through SQLite's own functions: an import writes some six million rows, and boxing each value for
/// ADO.NET would take as long as the database itself. Many rows of a plain insert are written by one execution.
/// </summary>
sealed class SqliteStatement : Statement
{
    const int RowsAtOnce = 32;

    readonly SqliteStatements _set;
    readonly sqlite3 _database;
    readonly StatementText _text;
    sqlite3_stmt? _one;
    sqlite3_stmt? _many;

    /// <summary>Only remembers what is to be prepared: where rows are written, another thread may use the connection by now.</summary>
    internal SqliteStatement(SqliteStatements set, sqlite3 database, string sql) =>
        (_set, _database, _text) = (set, database, new StatementText(sql));

    /// <summary>When it is written, where rows go table by table.</summary>
    internal int Place => _text.Place;

    /// <summary>How many values a row has.</summary>
    internal int Width => _text.Width;

    public override void Number(long? value) => _set.Waiting.Number(value);

    public override void Text(string? value) => _set.Waiting.Text(value);

    public override void Day(DateOnly? value) => _set.Waiting.Day(value);

    public override void Bytes(ReadOnlyMemory<byte> value) => _set.Waiting.Bytes(value.Span);

    public override void Execute() => _set.Executed(this);

    /// <summary>Writes those of the waiting rows whose values begin at these places.</summary>
    internal void Write(WaitingRows waiting, ReadOnlySpan<int> rows)
    {
        if (_text.IsPlainInsert && rows.Length >= RowsAtOnce)
        {
            _many ??= Prepare(_text.ForRows(RowsAtOnce));
            for (; rows.Length >= RowsAtOnce; rows = rows[RowsAtOnce..]) Execute(_many, waiting, rows[..RowsAtOnce]);
        }

        if (rows.Length == 0) return;
        _one ??= Prepare(_text.Sql);
        for (; rows.Length > 0; rows = rows[1..]) Execute(_one, waiting, rows[..1]);
    }

    internal void Release()
    {
        _one?.Dispose();
        _many?.Dispose();
    }

    void Execute(sqlite3_stmt statement, WaitingRows waiting, ReadOnlySpan<int> rows)
    {
        var parameter = 0;
        var handle = statement.DangerousGetHandle();
        foreach (var row in rows)
            for (var i = 0; i < Width; i++) Check(waiting.Bind(handle, ++parameter, row + i));
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_DONE) code = raw.sqlite3_reset(statement);
        else raw.sqlite3_reset(statement);
        Check(code);
    }

    sqlite3_stmt Prepare(string sql)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_database, sql, out var statement), _database);
        return statement;
    }

    void Check(int code)
    {
        if (code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, _database);
    }
}
