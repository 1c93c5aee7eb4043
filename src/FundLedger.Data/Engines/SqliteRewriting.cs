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
        var aside = new SqliteGuards(connection, transaction, guard => guard.Type == "trigger" && guard.Table == table);
        connection.Execute($"""
            CREATE TEMP TABLE rewritten AS SELECT * FROM {table};
            DELETE FROM {table};
            INSERT INTO {table} SELECT * FROM rewritten;
            DROP TABLE rewritten
            """, transaction: transaction);
        aside.PutBack("trigger");
    }
}
