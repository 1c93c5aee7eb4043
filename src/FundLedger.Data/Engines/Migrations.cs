using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Dapper;

namespace FundLedger.Data.Engines;

/// <summary>
/// Brings a database to the newest schema. Migrations are numbered files that never change once released: the common
/// one first, then the engine's own.
/// </summary>
static class Migrations
{
    static readonly Assembly Here = typeof(Migrations).Assembly;

    const string Prefix = "migration:";

    const string AppendOnly = "-- append-only: ";

    internal static int Newest { get; } = Numbers().Max();

    /// <summary>The version of the schema in the database: 0 where there is no ledger yet.</summary>
    internal static int Current(DbConnection connection, Dialect dialect) =>
        connection.ExecuteScalar<long>(dialect.TableExists("schema_version")) == 0 ? 0
            : (int)connection.ExecuteScalar<long>("SELECT MAX(version) FROM schema_version");

    /// <summary>Brings the schema up to date in a transaction of its own.</summary>
    internal static void Upgrade(DbConnection connection, Dialect dialect, DateTimeOffset now)
    {
        using var transaction = dialect.BeginWriting(connection);
        Apply(connection, transaction, dialect, now);
        transaction.Commit();
    }

    internal static void Apply(DbConnection connection, DbTransaction transaction, Dialect dialect, DateTimeOffset now)
    {
        var current = Current(connection, dialect);
        if (current == 0)
            connection.Execute(dialect.Fill("""
                {{schema}}
                CREATE TABLE schema_version (
                    version {{integer}} NOT NULL PRIMARY KEY, name {{text}} NOT NULL, applied_at {{integer}} NOT NULL) {{strict}}
                """), transaction: transaction);
        foreach (var number in Numbers().Where(number => number > current))
        {
            foreach (var statement in Statements(number, dialect)) connection.Execute(statement, transaction: transaction);
            connection.Execute(
                "INSERT INTO schema_version (version, name, applied_at) VALUES (@number, @name, @at)",
                new { number, name = NameOf(number), at = now.ToUnixTimeMilliseconds() }, transaction);
        }

        foreach (var grant in dialect.Grants) connection.Execute(grant, transaction: transaction);
    }

    /// <summary>Every statement of every migration, in order.</summary>
    internal static IEnumerable<string> Statements(Dialect dialect) => Numbers().SelectMany(number => Statements(number, dialect));

    /// <summary>Which roles may do what, by the name of an engine.</summary>
    internal static string ReadRoles(string engine) => Read("roles:", engine + ".sql");

    static IEnumerable<string> Statements(int number, Dialect dialect)
    {
        var common = Read(Prefix, NameOf(number) + ".sql");
        yield return dialect.Fill(common);
        foreach (var statement in Read(Prefix, $"{NameOf(number)}.{dialect.Name}.sql").Split("\n--;\n"))
            yield return dialect.Fill(statement);
        foreach (var statement in AppendOnlyTables(common).SelectMany(dialect.AppendOnly)) yield return statement;
    }

    /// <summary>The tables that a migration names as those that refuse changes.</summary>
    static IEnumerable<string> AppendOnlyTables(string migration) => migration.Split('\n')
        .Where(line => line.StartsWith(AppendOnly, StringComparison.Ordinal))
        .SelectMany(line => line[AppendOnly.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    static IEnumerable<int> Numbers() => Files()
        .Select(file => int.Parse(file[..4], CultureInfo.InvariantCulture)).Distinct().Order();

    static string NameOf(int number)
    {
        var prefix = number.ToString("D4", CultureInfo.InvariantCulture) + "_";
        var file = Files().First(file => file.StartsWith(prefix, StringComparison.Ordinal));
        return file[..file.IndexOf('.', StringComparison.Ordinal)];
    }

    static IEnumerable<string> Files() => Here.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]);

    /// <summary>Statements that are inside the assembly; one that does nothing where there are none of this name.</summary>
    internal static string Read(string prefix, string file)
    {
        using var stream = Here.GetManifestResourceStream(prefix + file);
        if (stream is null) return "SELECT 1";
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
