using System.Data.Common;
using Dapper;

namespace FundLedger.Data.Engines;

/// <summary>
/// Triggers and indexes of SQLite that are put aside within a transaction and put back before its end; a transaction that does not
/// come so far leaves them as they were.
/// </summary>
sealed class SqliteGuards
{
    readonly DbConnection _connection;
    readonly DbTransaction _transaction;
    readonly Guard[] _aside;

    /// <summary>Puts those aside for which this holds.</summary>
    internal SqliteGuards(DbConnection connection, DbTransaction transaction, Func<Guard, bool> isMeant)
    {
        (_connection, _transaction) = (connection, transaction);
        _aside =
        [
            .. connection.Query<Guard>("""
                SELECT type, name, tbl_name AS "table", sql FROM sqlite_schema WHERE sql IS NOT NULL AND type IN ('index', 'trigger')
                """, transaction: transaction).Where(isMeant),
        ];
        foreach (var guard in _aside) Execute($"DROP {guard.Type} {guard.Name}");
    }

    /// <summary>Puts those of one type back: <c>index</c> or <c>trigger</c>.</summary>
    internal void PutBack(string type)
    {
        foreach (var guard in _aside.Where(guard => guard.Type == type)) Execute(guard.Sql);
    }

    void Execute(string sql) => _connection.Execute(sql, transaction: _transaction);

    internal sealed class Guard
    {
        public string Type { get; init; } = "";
        public string Name { get; init; } = "";
        public string Table { get; init; } = "";
        public string Sql { get; init; } = "";
    }
}
