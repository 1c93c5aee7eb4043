using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;
using FundLedger.Data.Engines;
using FundLedger.Tests.Data.Engines;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace FundLedger.Tests.Data;

/// <summary>
/// Somebody with a database tool and no manners: a connection without foreign keys and recursive triggers, as SQLite opens
/// one, that writes what it likes.
/// </summary>
sealed partial class ForeignProgram : IDisposable
{
    readonly DbConnection _connection;

    public ForeignProgram(string ledger)
    {
        if (PostgresAddress.Names(ledger))
        {
            _connection = PostgresServer.Connect(ledger);
            return;
        }

        _connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = ledger, Pooling = false, ForeignKeys = false }.ToString());
        _connection.Open();
        Execute("PRAGMA recursive_triggers = OFF");
    }

    /// <summary>Runs the statements as one transaction that is taken back at the end.</summary>
    public void Try(string sql)
    {
        using var transaction = _connection.BeginTransaction();
        Execute(sql);
    }

    /// <summary>Runs the statements and keeps what they did.</summary>
    public void Keep(string sql) => Execute(sql);

    /// <summary>What the database answers to statements that it refuses; fails where it takes them.</summary>
    public string Refusal(string sql)
    {
        try
        {
            Try(sql);
        }
        catch (SqliteException refused) when (refused.SqliteErrorCode == 19)
        {
            return refused.Message;
        }
        catch (PostgresException refused) when (refused.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            return refused.MessageText;
        }

        throw new InvalidOperationException("The database took it: " + sql);
    }

    public long Count(string sql) => _connection.ExecuteScalar<long>(sql);

    /// <summary>What a function answers that changes something, of which nothing is kept.</summary>
    public bool Truth(string sql)
    {
        using var transaction = _connection.BeginTransaction();
        return _connection.ExecuteScalar<bool>(sql, transaction: transaction);
    }

    /// <summary>An entry that follows the last one, written by hand.</summary>
    public static string Entry(
        string kind, string date, string by = "clerk", string? approvedBy = null, string? reason = null, int lines = 9, long reverses = 0) => $"""
        INSERT INTO entry (number, format, kind, date, recorded_at, recorded_by, approved_by, reason, text, reverses, batch, lines, seal)
        SELECT MAX(number) + 1, 1, '{kind}', '{date}', 0, '{by}', {Text(approvedBy)}, {Text(reason)}, 'by hand', {reverses}, 0, {lines}, randomblob(32)
        FROM entry;
        """;

    /// <summary>A posting of the last entry, written by hand.</summary>
    public static string Posting(int line, long usd, string account = "bank", string fund = "VFTC") => $"""
        INSERT INTO posting (entry, line, account, movement, fund, donor, pledge, instalment, payment, currency, amount, usd)
        SELECT MAX(number), {line}, '{account}', 'received', '{fund}', 'NOR', 0, 0, 0, 'USD', {usd}, {usd} FROM entry;
        """;

    public void Dispose() => _connection.Dispose();

    static string Text(string? value) => value is null ? "NULL" : $"'{value}'";

    void Execute(string sql) => _connection.Execute(_connection is NpgsqlConnection ? InPostgres(sql) : sql);

    /// <summary>The few words of SQLite that tests use, in PostgreSQL's.</summary>
    string InPostgres(string sql) => DroppedTrigger().Replace(
        sql.Replace("randomblob(32)", "decode(md5(random()::text) || md5(random()::text), 'hex')", StringComparison.Ordinal), match =>
            $"{match.Value} ON {_connection.ExecuteScalar<string>($"SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = '{match.Groups[1].Value}'")}");

    [GeneratedRegex(@"DROP TRIGGER (\w+)")]
    private static partial Regex DroppedTrigger();
}
