using System.Collections.Frozen;
using System.Data;
using System.Data.Common;
using System.Text.Json;
using Dapper;
using FundLedger.Checks;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FundLedger.Data.Engines;

/// <summary>SQLite: one file, one writer at a time, nothing to install.</summary>
public sealed class SqliteDialect : Dialect
{
    /// <summary>Earlier versions can damage a database in write-ahead logging.</summary>
    public static readonly Version OldestSafe = new(3, 51, 3);

    /// <summary>
    /// Tables of which a trigger of a migration asks everything: a second trigger costs more than what it asks, and an import
    /// writes millions of these rows.
    /// </summary>
    static readonly string[] AskedInTheirOwn = ["entry", "request", "posting", "pledge", "payment", "allocation"];

    /// <summary>Kilobytes of pages that a connection keeps in memory.</summary>
    internal const int UsualCache = 32 * 1024;

    /// <summary>Milliseconds that a connection waits for another that writes.</summary>
    const int UsualWait = 60_000;

    readonly string _path;
    readonly string _connectionString;

    /// <summary>
    /// A connection is used by one thread at a time, so that SQLite need not lock what others could touch, nor count its memory. Where
    /// SQLite was begun before, it goes on as it is.
    /// </summary>
    static SqliteDialect()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public SqliteDialect(string path, bool create) =>
        (_path, _connectionString) = (path, new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            DefaultTimeout = 60,
            Pooling = false,
        }.ToString());

    public override string Place => _path;

    public override Problem? Absence() => File.Exists(_path) ? null
        : new Problem($"there is no ledger at {_path}", "make one with 'fundledger init', or give ‹ledger› another place")
        { File = _path };

    internal override Outcome<T> Make<T>(Func<Dialect, Outcome<T>> make)
    {
        if (File.Exists(_path))
            return new Problem($"{_path} exists already", "name a file that does not exist; nothing is ever written over") { File = _path };
        if (Path.GetDirectoryName(Path.GetFullPath(_path)) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        // Beside its place, so that what has the name is a whole ledger, whenever the program or the computer stops.
        var unfinished = _path + ".part";
        Discard(unfinished);
        try
        {
            var made = make(new SqliteDialect(unfinished, create: true));
            if (!made.IsRefused) File.Move(unfinished, _path);
            return made;
        }
        finally
        {
            Discard(unfinished);
        }
    }

    internal override Problem? Occupation(DbConnection connection) => null;

    public override string Name => "sqlite";

    protected override FrozenDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["schema"] = "",
        ["integer"] = "INTEGER",
        ["text"] = "TEXT",
        ["bytes"] = "BLOB",
        ["day"] = "TEXT",
        ["day_check"] = "CHECK (% GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')",
        // A record comes with the newest entry, within its lines, and takes nobody's place.
        ["belongs"] = """
            NEW.entry IS NOT (SELECT CASE WHEN NEW.line BETWEEN 1 AND lines THEN number END FROM entry ORDER BY number DESC LIMIT 1)
            OR EXISTS (SELECT 1 FROM % WHERE entry = NEW.entry AND line = NEW.line)
            """,
        ["strict"] = "STRICT",
        ["strict_without_rowid"] = "STRICT, WITHOUT ROWID",
    }.ToFrozenDictionary();

    public override string Among(string parameter) => $"(SELECT value FROM json_each({parameter}))";

    public override string LookUp(string table, string alias, string column, string value) =>
        $"CROSS JOIN {table} {alias} ON {alias}.{column} = {value}";

    public override object List(IReadOnlyCollection<string> values) => JsonSerializer.Serialize(values);

    public override DbConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            RefuseUnsafe(connection.ServerVersion);
            connection.Execute($"""
                PRAGMA cache_size = -{UsualCache};
                PRAGMA busy_timeout = {UsualWait};
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA recursive_triggers = ON;
                PRAGMA trusted_schema = OFF;
                PRAGMA cell_size_check = ON;
                PRAGMA threads = 2;
                """);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>How many kilobytes of pages the connection keeps in memory from now on.</summary>
    internal static void Cache(sqlite3 database, int kilobytes) => SqliteException.ThrowExceptionForRC(
        raw.sqlite3_exec(database, FormattableString.Invariant($"PRAGMA cache_size = -{kilobytes}")), database);

    public override DbTransaction BeginWriting(DbConnection connection) =>
        ((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: false);

    public override DbTransaction BeginReading(DbConnection connection) =>
        ((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: true);

    public override bool CanWrite(DbConnection connection) => true;

    /// <summary>Copies what the connection's transaction sees into a new file.</summary>
    internal static void CopyTo(DbConnection connection, string file)
    {
        using var copy = (SqliteConnection)new SqliteDialect(file, create: true).Open();
        ((SqliteConnection)connection).BackupDatabase(copy);
    }

    public override StatementSet Statements(DbConnection connection, DbTransaction transaction) =>
        new SqliteStatements(((SqliteConnection)connection).Handle!);

    internal override LargeImport BeginLargeImport(DbConnection connection, DbTransaction transaction, long first) =>
        new SqliteLargeImport(connection, transaction, first);

    internal override void Erase(DbConnection connection, DbTransaction transaction, string table, string condition, object values)
    {
        connection.Execute("PRAGMA secure_delete = ON", transaction: transaction);
        base.Erase(connection, transaction, table, condition, values);
        SqliteRewriting.Of(connection, transaction, table);
    }

    /// <summary>
    /// Earlier pages stay in the write-ahead log until all of it is in the file and the log is cut off, which waits a moment for
    /// those who read. Where they go on, the log goes with the last connection.
    /// </summary>
    internal override void Erased(DbConnection connection) => connection.Execute($"""
        PRAGMA secure_delete = OFF;
        PRAGMA busy_timeout = 2000;
        PRAGMA wal_checkpoint(TRUNCATE);
        PRAGMA busy_timeout = {UsualWait};
        """);

    public override RowReader Rows(DbConnection connection, string sql, int atOnce) =>
        new SqliteRows((DbDataReader)connection.ExecuteReader(sql));

    public override string IntegrityCheck => "SELECT integrity_check FROM pragma_integrity_check";

    public override string ReferenceCheck => "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check";

    public override string Year(string day) => $"CAST(substr({day}, 1, 4) AS INTEGER)";

    public override string JoinedText(string column) => $"group_concat({column}, '; ')";

    public override string TableExists(string table) =>
        $"SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = '{table}'";

    public override IEnumerable<string> MissingGuards(DbConnection connection)
    {
        const string Guards = "SELECT name, sql FROM sqlite_schema WHERE type IN ('trigger', 'index', 'view', 'table') AND sql IS NOT NULL";
        var dialect = new SqliteDialect(":memory:", create: true);
        using var fresh = dialect.Open();
        Migrations.Upgrade(fresh, dialect, DateTimeOffset.UnixEpoch);
        var present = connection.Query<(string Name, string Sql)>(Guards).ToHashSet();
        return [.. fresh.Query<(string Name, string Sql)>(Guards).Where(guard => !present.Contains(guard)).Select(guard => guard.Name)];
    }

    public override IEnumerable<string> AppendOnly(string table)
    {
        var refused = $"BEGIN SELECT RAISE(ABORT, '{table} is append-only: post an entry that corrects it'); END";
        yield return $"CREATE TRIGGER {table}_keeps_update BEFORE UPDATE ON {table} {refused}";
        yield return $"CREATE TRIGGER {table}_keeps_delete BEFORE DELETE ON {table} {refused}";
        // A foreign program's INSERT OR REPLACE would delete without asking the trigger above.
        if (AskedInTheirOwn.Contains(table)) yield break;
        yield return Fill($$$"""
            CREATE TRIGGER {{{table}}}_belongs BEFORE INSERT ON {{{table}}}
            WHEN {{belongs:{{{table}}}}}
            BEGIN SELECT RAISE(ABORT, '{{{table}}}: records come with their entry and are never replaced'); END
            """);
    }

    internal override IEnumerable<string> Grants => [];

    public override string? RefusalOf(DbException fault) => fault is SqliteException { SqliteErrorCode: 19 } ? fault.Message : null;

    public override bool IsPassing(DbException fault) => false;

    /// <summary>What an error of the engine means and what to do: the disk is full, the file damaged, another program writes.</summary>
    internal static new Problem? Explain(DbException fault) =>
        TroubleOf(fault) is { } trouble ? new Problem(trouble, "nothing of this request was recorded") : null;

    static string? TroubleOf(DbException fault) => (fault as SqliteException)?.SqliteErrorCode switch
    {
        1 when fault.Message.Contains("no such ", StringComparison.Ordinal) =>
            "a table or column of the ledger is missing: the file is damaged or another program changed it; restore the last good backup",
        5 or 6 => "another program is writing to the ledger and did not finish in time; try again in a moment",
        8 => "the ledger file cannot be written to; check its permissions",
        10 => "the disk reported an error while the ledger was read or written; nothing was recorded",
        11 or 26 => "the ledger file is damaged; restore the last good backup and run 'fundledger verify' on it",
        13 => "the disk is full; nothing was recorded. Free some space and try again",
        14 => "the ledger file cannot be opened; check the path and its permissions",
        _ => null,
    };

    /// <summary>Removes what an earlier attempt left unfinished.</summary>
    internal static void Discard(string unfinished)
    {
        foreach (var suffix in new[] { "", "-wal", "-shm", "-journal" }) File.Delete(unfinished + suffix);
    }

    static void RefuseUnsafe(string version)
    {
        if (Version.Parse(version) < OldestSafe)
            throw new NotSupportedException(
                $"SQLite {version} can damage a ledger; this program needs {OldestSafe} or newer.");
    }
}
