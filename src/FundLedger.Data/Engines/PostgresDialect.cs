using System.Collections.Frozen;
using System.Data;
using System.Data.Common;
using System.Text.Json;
using Dapper;
using FundLedger.Checks;
using FundLedger.Data.Journal;
using Npgsql;

namespace FundLedger.Data.Engines;

/// <summary>PostgreSQL 15 or newer: many users, more than one machine.</summary>
public sealed class PostgresDialect(PostgresAddress address) : Dialect
{
    /// <summary>The schema that holds the ledger's tables; a database holds one ledger and nothing else.</summary>
    public const string Schema = "fundledger";

    const int Oldest = 15;

    /// <summary>"FUNDLEDG" in ASCII: what a writer holds, so that entries follow one another in one chain.</summary>
    const long Chain = 0x46554E444C454447;

    /// <summary>
    /// How a session is set up: once it stands, since a pool of connections before the server takes no such wishes with the first word.
    /// </summary>
    const string Session = $"""
        SET search_path = {Schema}; SET DateStyle = ISO, YMD; SET lock_timeout = '60s'; SET jit = off; SET client_min_messages = warning
        """;

    readonly string _connectionString = address.ConnectionString();

    public override string Name => "postgres";

    public override string Place => address.ToString();

    protected override FrozenDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["schema"] = $"CREATE SCHEMA IF NOT EXISTS {Schema};",
        ["integer"] = "bigint",
        // The same order in every locale, and the same as SQLite's.
        ["text"] = "text COLLATE \"C\"",
        ["bytes"] = "bytea",
        ["day"] = "date",
        ["day_check"] = "",
        ["strict"] = "",
        ["strict_without_rowid"] = "",
    }.ToFrozenDictionary();

    public override string Among(string parameter) => $"(SELECT json_array_elements_text(CAST({parameter} AS json)) AS value)";

    public override string LookUp(string table, string alias, string column, string value) =>
        $"CROSS JOIN LATERAL (SELECT * FROM {table} l WHERE l.{column} = {value} OFFSET 0) {alias}";

    public override object List(IReadOnlyCollection<string> values) => JsonSerializer.Serialize(values);

    public override Problem? Absence() => null;

    internal override Outcome<T> Make<T>(Func<Dialect, Outcome<T>> make) => make(this);

    internal override Problem? Occupation(DbConnection connection)
    {
        var strangers = connection.Query<string>("""
            SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
              AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            ORDER BY n.nspname <> @Schema, c.oid LIMIT 1
            """, new { Schema }).FirstOrDefault();
        if (strangers is null) return null;
        var isLedger = connection.ExecuteScalar<long>(TableExists("schema_version")) > 0;
        return new Problem(isLedger ? $"{Place} exists already: it holds a ledger" : $"{Place} holds something else: {strangers}",
            "name an empty database, made for instance with createdb; nothing is ever written over");
    }

    public override DbConnection Open()
    {
        var connection = new NpgsqlConnection(_connectionString);
        try
        {
            connection.Open();
            if (connection.PostgreSqlVersion.Major < Oldest)
                throw new NotSupportedException(
                    $"PostgreSQL {connection.PostgreSqlVersion} is too old for a ledger; this program needs {Oldest} or newer.");
            if (connection.PostgresParameters.TryGetValue("server_encoding", out var encoding) && encoding != "UTF8")
                throw new NotSupportedException($"PostgreSQL keeps this database in {encoding}; a ledger needs one in UTF8.");
            connection.Execute(Session);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// One writer at a time, as in SQLite: the lock comes first, and every statement behind it sees what was committed
    /// before. What slips in beside the lock meets the numbers of the entries and is begun anew.
    /// </summary>
    public override DbTransaction BeginWriting(DbConnection connection)
    {
        var transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
        try
        {
            // Plans of short lookups would be compiled to machine code for longer than they run.
            connection.Execute("SELECT pg_advisory_xact_lock(@Chain); SET LOCAL jit = off", new { Chain }, transaction);
            return transaction;
        }
        catch
        {
            transaction.Dispose();
            throw;
        }
    }

    public override DbTransaction BeginReading(DbConnection connection)
    {
        var transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        connection.Execute("SET TRANSACTION READ ONLY", transaction: transaction);
        return transaction;
    }

    public override bool CanWrite(DbConnection connection) => connection.ExecuteScalar<bool>("""
        SELECT NOT pg_is_in_recovery() AND current_setting('default_transaction_read_only') = 'off'
           AND has_table_privilege('fundledger.entry', 'INSERT')
        """);

    internal override bool MayRead(DbConnection connection, string table) =>
        connection.ExecuteScalar<bool>("SELECT has_table_privilege(@table, 'SELECT')", new { table = $"{Schema}.{table}" });

    public override StatementSet Statements(DbConnection connection, DbTransaction transaction) =>
        new PostgresStatements((NpgsqlConnection)connection);

    internal override LargeImport? BeginLargeImport(DbConnection connection, DbTransaction transaction, long first) =>
        PostgresFirstLoad.Begin(connection, transaction);

    public override RowReader Rows(DbConnection connection, string sql, int atOnce) =>
        new PostgresRows((NpgsqlConnection)connection, sql, atOnce);

    public override string Year(string day) => $"CAST(EXTRACT(YEAR FROM {day}) AS bigint)";

    public override string JoinedText(string column) => $"string_agg({column}, '; ')";

    public override string TableExists(string table) =>
        $"SELECT COUNT(*) FROM pg_tables WHERE schemaname = '{Schema}' AND tablename = '{table}'";

    /// <summary>
    /// What the server itself knows of damage. Every page of the journal is read by the check of the seals, which fails where
    /// a checksum does.
    /// </summary>
    public override string IntegrityCheck => """
        SELECT checksum_failures || ' pages did not have their checksum' FROM pg_stat_database
        WHERE datname = current_database() AND checksum_failures > 0
        UNION ALL
        SELECT 'the index ' || i.indexrelid::regclass || ' is not valid' FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
        WHERE c.relnamespace = 'fundledger'::regnamespace AND NOT i.indisvalid
        UNION ALL
        SELECT 'the rule ' || conname || ' was never checked' FROM pg_constraint
        WHERE connamespace = 'fundledger'::regnamespace AND NOT convalidated
        """;

    public override string ReferenceCheck { get; } = string.Join(" UNION ALL ", Shapes.All.Select(shape => (shape.Table, Column: "entry"))
        .Append((Table: "instalment", Column: "pledge")).Append((Table: "allocation", Column: "payment")).Select(own => $"""
        SELECT '{own.Table}' WHERE EXISTS (
            SELECT 1 FROM {own.Table} r LEFT JOIN entry e ON e.number = r.{own.Column} WHERE e.number IS NULL)
        """));

    public override IEnumerable<string> MissingGuards(DbConnection connection)
    {
        var present = Guards(connection, Schema).ToHashSet();
        return [.. FreshGuards().Where(guard => !present.Contains(guard)).Select(guard => guard.Name).Distinct()];
    }

    public override IEnumerable<string> AppendOnly(string table)
    {
        foreach (var change in new[] { "update", "delete", "truncate" })
            yield return $"""
                CREATE TRIGGER {table}_keeps_{change} BEFORE {change.ToUpperInvariant()} ON {table}
                FOR EACH STATEMENT EXECUTE FUNCTION is_append_only()
                """;
        if (table is "entry" or "request") yield break;
        yield return $"""
            CREATE TRIGGER {table}_belongs AFTER INSERT ON {table} REFERENCING NEW TABLE AS added
            FOR EACH STATEMENT EXECUTE FUNCTION record_belongs()
            """;
    }

    internal override IEnumerable<string> Grants => [Migrations.ReadRoles(Name)];

    public override string? RefusalOf(DbException fault)
    {
        const string Integrity = "23";
        return fault is PostgresException refused && !IsPassing(fault)
            && (refused.SqlState.StartsWith(Integrity, StringComparison.Ordinal)
                || refused.SqlState is PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter)
            ? refused.MessageText : null;
    }

    public override bool IsPassing(DbException fault) => fault is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
    } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "entry_pkey" };

    /// <summary>The definitions as the migrations make them, in tables that last as long as this question.</summary>
    List<(string Name, string Definition)> FreshGuards()
    {
        using var own = Open();
        using var transaction = own.BeginTransaction();
        own.Execute("SET LOCAL search_path = pg_temp", transaction: transaction);
        foreach (var statement in Migrations.Statements(this))
            own.Execute(statement.Replace(" FUNCTION ", " FUNCTION pg_temp.", StringComparison.Ordinal), transaction: transaction);
        var schema = own.ExecuteScalar<string>("SELECT pg_my_temp_schema()::regnamespace::text", transaction: transaction);
        return [.. Guards(own, schema!)];
    }

    static IEnumerable<(string Name, string Definition)> Guards(DbConnection connection, string schema) =>
        connection.Query<(string, string)>("""
            SELECT name, regexp_replace(definition, '(pg_temp_[0-9]+|pg_temp|fundledger)\.', '', 'g') FROM (
                SELECT t.tgname::text AS name, pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text AS definition, c.relnamespace AS home
                FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal
                UNION ALL
                SELECT proname::text, prosrc || ' ' || array_to_string(proconfig, ' ', '') || prosecdef, pronamespace FROM pg_proc
                UNION ALL
                SELECT relname::text, pg_get_indexdef(oid), relnamespace FROM pg_class WHERE relkind = 'i'
                UNION ALL
                SELECT relname::text, pg_get_viewdef(oid), relnamespace FROM pg_class WHERE relkind = 'v'
                UNION ALL
                SELECT n.conname::text, c.relname || ' ' || pg_get_constraintdef(n.oid), n.connamespace
                FROM pg_constraint n JOIN pg_class c ON c.oid = n.conrelid) guard
            WHERE home = @schema::regnamespace
            """, new { schema }, buffered: true);
}
