using System.Collections.Concurrent;
using SQLitePCL;

namespace FundLedger.Data.Engines;

/// <summary>
/// The rows of a transaction, written in the order in which they came, since triggers ask each of them; those of a large import,
/// whose triggers are put aside, are written table by table.
/// </summary>
sealed class SqliteStatements(sqlite3 database) : StatementSet
{
    const int RowsATime = 4096;
    const int MostWaiting = 2;
    const int ImportCache = 48 * 1024;

    readonly List<SqliteStatement> _statements = [];
    readonly ConcurrentBag<WaitingRows> _spare = [];

    /// <summary>The rows that gather now.</summary>
    internal WaitingRows Waiting { get; private set; } = new();

    public override Statement Prepare(string sql)
    {
        var statement = new SqliteStatement(this, database, sql);
        _statements.Add(statement);
        return statement;
    }

    internal void Executed(SqliteStatement statement)
    {
        Waiting.EndRow(statement);
        if (Waiting.Count < RowsATime) return;
        if (Writer is null) BeginWriter();
        Write();
    }

    private protected override void Write()
    {
        if (Waiting.Count == 0) return;
        if (Writer is null)
        {
            Write(Waiting);
            return;
        }

        var rows = Waiting;
        Waiting = _spare.TryTake(out var spare) ? spare : new WaitingRows();
        Writer.Give(() =>
        {
            Write(rows);
            _spare.Add(rows);
        });
    }

    public override void Dispose()
    {
        if (Writer is not null)
        {
            Writer.Dispose();
            SqliteDialect.Cache(database, SqliteDialect.UsualCache);
        }

        foreach (var statement in _statements) statement.Release();
    }

    void Write(WaitingRows rows)
    {
        try
        {
            rows.Write(byStatement: IsLargeImport);
        }
        finally
        {
            rows.Clear();
        }
    }

    void BeginWriter()
    {
        // Pages of indexes, which an import touches everywhere, are then written once and not over and over.
        SqliteDialect.Cache(database, ImportCache);
        Writer = new BackgroundWriter(MostWaiting);
    }
}
