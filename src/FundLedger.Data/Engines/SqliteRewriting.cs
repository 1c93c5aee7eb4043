using System.Data.Common;
using Dapper;

namespace FundLedger.Data.Engines;

/// <summary>
/// Writes a small table anew within a transaction. Rows move between pages while a table grows, and SQLite leaves what they were
/// in the unused part of the page before; the table's pages are wiped whole and filled with the rows that stand. Its triggers,
/// which refuse that, are put aside and put back.
/// </summary>
static class SqliteRewriting
{
    internal static void Of(DbConnection connection, DbTransaction transaction, string table)
    {
        var triggers = connection.Query<(string Name, string Sql)>(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = @table", new { table }, transaction).AsList();
        foreach (var (name, _) in triggers) connection.Execute($"DROP TRIGGER {name}", transaction: transaction);
        connection.Execute($"""
            CREATE TEMP TABLE rewritten AS SELECT * FROM {table};
            DELETE FROM {table};
            INSERT INTO {table} SELECT * FROM rewritten;
            DROP TABLE rewritten
            """, transaction: transaction);
        foreach (var (_, sql) in triggers) connection.Execute(sql, transaction: transaction);
    }
}
