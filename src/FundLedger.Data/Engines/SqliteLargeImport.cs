using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace FundLedger.Data.Engines;

/// <summary>
/// A large import into SQLite. Its triggers ask every row by itself, and its indexes are searched for the place of every row:
/// together they take longer than the rows. Within the import's transaction they are put aside; at the end the same is asked of
/// all rows at once, the indexes are made anew and the triggers put back. Nobody else writes meanwhile, others read the
/// ledger as it was, and an import that stops leaves everything as it was.
/// </summary>
sealed class SqliteLargeImport : LargeImport
{
    static readonly string[] Tables = ["entry", "posting", "pledge", "instalment", "payment", "allocation", "claim", "receipt"];

    /// <summary>What an import itself looks up, and narrow indexes that grow at their end, stay empty or fit into memory.</summary>
    static readonly string[] KeptIndexes =
    [
        "entry_reverses", "entry_batch", "entry_correction", "pledge_reference", "payment_reference", "allocation_payment", "receipt_open",
    ];

    /// <summary>
    /// Kilobytes of cache while indexes are made. They are sorted in pieces of its size by other threads, while the next piece is read.
    /// </summary>
    const int SortingCache = 2 * 1024;

    static readonly string[] Rules = Migrations.Read("large-import:", "sqlite.sql").Split("\n--;\n");

    readonly DbConnection _connection;
    readonly DbTransaction _transaction;
    readonly long _first;
    readonly SqliteGuards _aside;
    readonly Dictionary<string, long> _before;

    /// <param name="connection">The ledger's.</param>
    /// <param name="transaction">The one that the import writes in.</param>
    /// <param name="first">The number that its first entry gets.</param>
    internal SqliteLargeImport(DbConnection connection, DbTransaction transaction, long first)
    {
        (_connection, _transaction, _first) = (connection, transaction, first);
        _before = CountBefore();
        _aside = new SqliteGuards(connection, transaction, IsPutAside);
    }

    internal override string? End()
    {
        var database = ((SqliteConnection)_connection).Handle!;
        SqliteDialect.Cache(database, SortingCache);
        _aside.PutBack("index");
        SqliteDialect.Cache(database, SqliteDialect.UsualCache);
        var refusal = Rules.Select(Ask).FirstOrDefault(answer => answer is not null) ?? Strangers();
        _aside.PutBack("trigger");
        return refusal;
    }

    static bool IsPutAside(SqliteGuards.Guard guard) => Tables.Contains(guard.Table) && (guard.Type == "index"
        ? !KeptIndexes.Contains(guard.Name)
        : guard.Sql.Contains($" BEFORE INSERT ON {guard.Table}", StringComparison.Ordinal));

    /// <summary>Records that came without an entry of the import, or beyond its lines.</summary>
    string? Strangers()
    {
        var grown = CountBefore().FirstOrDefault(table => table.Value != _before[table.Key]).Key;
        var strange = grown ?? Records.FirstOrDefault(table => Ask($"""
            SELECT '{table}' FROM {table} r LEFT JOIN entry e ON e.number = r.entry
            WHERE r.entry >= @first AND r.line NOT BETWEEN 1 AND COALESCE(e.lines, 0) LIMIT 1
            """) is not null);
        return strange is null ? null : $"{strange}: records come with their entry and are never replaced";
    }

    static IEnumerable<string> Records => ["posting", "pledge", "instalment", "payment", "allocation"];

    Dictionary<string, long> CountBefore() => Records.ToDictionary(table => table, table =>
        _connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM {table} WHERE entry < @first", new { first = _first }, _transaction));

    string? Ask(string question) => _connection.QueryFirstOrDefault<string>(question, new { first = _first }, _transaction);
}
