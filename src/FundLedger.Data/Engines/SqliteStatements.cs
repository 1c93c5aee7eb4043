using System.Runtime.ExceptionServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FundLedger.Data.Engines;

/// <summary>
/// The rows of a transaction, written in the order in which they came. A few are written when they are needed; many are
/// written by a second thread while the first decides and seals what comes next, since an import spends more than half of its
/// time in the database. The connection is used by one thread at a time: what is read waits for what is written.
/// </summary>
sealed class SqliteStatements(sqlite3 database) : StatementSet
{
    const int RowsATime = 1024;
    const int MostWaiting = 8;
    const int ImportCache = 64 * 1024;

    readonly Lock _gate = new();
    readonly Queue<WaitingRows> _queue = new();
    readonly List<SqliteStatement> _statements = [];
    readonly Stack<WaitingRows> _spare = new();
    readonly AutoResetEvent _given = new(false);
    readonly AutoResetEvent _taken = new(false);
    Thread? _writer;
    ExceptionDispatchInfo? _fault;
    bool _isWriting;
    bool _isOver;

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
        if (Waiting.Count == RowsATime) HandOver();
    }

    public override void Flush()
    {
        if (_writer is null)
        {
            WriteHere();
            return;
        }

        if (Waiting.Count > 0) HandOver();
        WaitUntil(() => _queue.Count == 0 && !_isWriting);
        _fault?.Throw();
    }

    public override void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            _queue.Clear();
        }

        _given.Set();
        if (_writer is not null)
        {
            _writer.Join();
            Keep(SqliteDialect.UsualCache);
        }

        foreach (var statement in _statements) statement.Release();
        _given.Dispose();
        _taken.Dispose();
    }

    void Keep(int kilobytes) => SqliteException.ThrowExceptionForRC(
        raw.sqlite3_exec(database, FormattableString.Invariant($"PRAGMA cache_size = -{kilobytes}")), database);

    void HandOver()
    {
        _writer ??= Begin();
        WaitUntil(() => _queue.Count < MostWaiting);
        _fault?.Throw();
        lock (_gate)
        {
            _queue.Enqueue(Waiting);
            Waiting = _spare.TryPop(out var spare) ? spare : new WaitingRows();
        }

        _given.Set();
    }

    void WriteHere()
    {
        try
        {
            Waiting.Write();
        }
        finally
        {
            Waiting.Clear();
        }
    }

    Thread Begin()
    {
        // Pages of indexes, which an import touches everywhere, are then written once and not over and over.
        Keep(ImportCache);
        var writer = new Thread(WriteAll) { IsBackground = true, Name = "rows" };
        writer.Start();
        return writer;
    }

    void WaitUntil(Func<bool> isSo)
    {
        while (true)
        {
            lock (_gate)
                if (_fault is not null || isSo()) return;
            _taken.WaitOne();
        }
    }

    void WriteAll()
    {
        while (Next() is { } rows)
        {
            try
            {
                rows.Write();
            }
            catch (Exception fault)
            {
                // Told to the thread that posts, when it hands over or reads.
                lock (_gate) _fault = ExceptionDispatchInfo.Capture(fault);
            }

            rows.Clear();
            lock (_gate)
            {
                _isWriting = false;
                _spare.Push(rows);
                if (_fault is not null) _queue.Clear();
            }

            _taken.Set();
        }
    }

    /// <summary>What is to be written next; none once it is over.</summary>
    WaitingRows? Next()
    {
        while (true)
        {
            lock (_gate)
            {
                if (_isOver) return null;
                if (_queue.TryDequeue(out var rows))
                {
                    _isWriting = true;
                    return rows;
                }
            }

            _given.WaitOne();
        }
    }
}
