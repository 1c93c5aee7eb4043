using System.Data.Common;
using System.Security.Authentication;
using FundLedger.Checks;
using Npgsql;

namespace FundLedger.Data.Engines;

/// <summary>What errors of PostgreSQL and of the way to it mean for the person in front of them.</summary>
static class PostgresTroubles
{
    static readonly Problem Lost = new("the connection to the database server was lost",
        "look whether it was recorded before you send it again; sent again with the same ‹key› it has no second effect");

    const string Nothing = "nothing of this request was recorded";

    internal static Problem? Explain(DbException fault) => fault switch
    {
        // A server that stops may have committed already and be waiting for its standby.
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown } => Lost,
        PostgresException refused => TroubleOf(refused) is { } trouble ? new Problem(trouble, Nothing) : null,
        // A connection that breaks while the commit is under way leaves open whether it was done.
        NpgsqlException { InnerException: System.Net.Sockets.SocketException { SocketErrorCode: var code } }
            when code is System.Net.Sockets.SocketError.ConnectionRefused or System.Net.Sockets.SocketError.HostNotFound
                or System.Net.Sockets.SocketError.HostUnreachable or System.Net.Sockets.SocketError.TryAgain =>
            new Problem("the database server cannot be reached", "check the address, and that the server runs; " + Nothing),
        NpgsqlException when fault.InnerException is AuthenticationException || fault.Message.Contains("SSL", StringComparison.Ordinal) =>
            new Problem("no encrypted connection to the database server that can be trusted",
                "check the name of the server in the address, and sslmode and sslrootcert behind it; " + Nothing),
        NpgsqlException { InnerException: IOException or TimeoutException or System.Net.Sockets.SocketException } => Lost,
        NpgsqlException when fault.Message.Contains("No suitable host", StringComparison.Ordinal) =>
            new Problem("no server of the address can be written to", "check that one of them was promoted; " + Nothing),
        NpgsqlException when fault.Message.Contains("password", StringComparison.OrdinalIgnoreCase) =>
            new Problem("the database server asks for a password", "give it with PGPASSWORD or ~/.pgpass; " + Nothing),
        _ => null,
    };

    static string? TroubleOf(PostgresException fault) => fault.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            "the database server does not know this user, or not with this password",
        PostgresErrorCodes.InvalidCatalogName => $"there is no such database: {fault.MessageText}; make it, for instance with createdb",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"the database role may not do this: {fault.MessageText}; src/OPERATIONS.md tells which role does what",
        PostgresErrorCodes.ReadOnlySqlTransaction => "the ledger can only be read here: this server is a standby",
        PostgresErrorCodes.LockNotAvailable =>
            "another program is writing to the ledger and did not finish in time; try again in a moment",
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected =>
            "others were recording the same at the same time, again and again; try again in a moment",
        PostgresErrorCodes.CannotConnectNow =>
            "the database server is starting or stopping; try again in a moment",
        PostgresErrorCodes.TooManyConnections => "the database server has no connection to spare; try again in a moment",
        PostgresErrorCodes.DiskFull => "the disk of the database server is full; free some space and try again",
        PostgresErrorCodes.OutOfMemory => "the database server is out of memory; try again in a moment",
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.UndefinedFunction =>
            $"a part of the ledger is missing: {fault.MessageText}; restore the last good backup",
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted or PostgresErrorCodes.IoError =>
            $"the database is damaged: {fault.MessageText}; restore the last good backup and run 'fundledger verify' on it",
        _ => null,
    };
}
