using System.Data.Common;
using Dapper;

namespace FundLedger.Data.Engines;

/// <summary>
/// The first load of a ledger in PostgreSQL: while nothing is posted yet, indexes by which only people look are put aside and made anew
/// at the end, in the import's transaction. Later imports leave them, since others read meanwhile.
/// </summary>
sealed class PostgresFirstLoad : LargeImport
{
    readonly DbConnection _connection;
    readonly DbTransaction _transaction;

    PostgresFirstLoad(DbConnection connection, DbTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    /// <summary>None where something is posted already, or somebody reads the tables.</summary>
    internal static PostgresFirstLoad? Begin(DbConnection connection, DbTransaction transaction) =>
        connection.ExecuteScalar<bool>("SELECT put_indexes_aside()", transaction: transaction)
            ? new PostgresFirstLoad(connection, transaction) : null;

    internal override string? End()
    {
        _connection.Execute("SELECT put_indexes_back()", transaction: _transaction);
        return null;
    }
}
