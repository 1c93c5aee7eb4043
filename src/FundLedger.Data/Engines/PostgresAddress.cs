using System.Text.RegularExpressions;
using FundLedger.Checks;
using Npgsql;

namespace FundLedger.Data.Engines;

/// <summary>
/// The address of a ledger in PostgreSQL: <c>postgres://user:password@host:port/database</c>. Several hosts, separated by
/// commas, are tried in turn for the one that can be written to, or that <c>?target_session_attrs=</c> asks for.
/// </summary>
public sealed partial record PostgresAddress(string Host, string Database, string? User, string? Password, string? Options)
{
    /// <summary>Whether an address names a PostgreSQL server and not a file.</summary>
    public static bool Names(string address) => Scheme().IsMatch(address);

    public static Outcome<PostgresAddress> Read(string address)
    {
        var parts = Parts().Match(address);
        if (parts.Success)
            return new PostgresAddress(parts.Groups["host"].Value, Uri.UnescapeDataString(parts.Groups["database"].Value),
                Optional(parts.Groups["user"]), Optional(parts.Groups["password"]), Optional(parts.Groups["options"]));
        return new Problem($"{Secret().Replace(address, "$1:***@")} is not the address of a database",
            "write it like postgres://user@host:5432/database; PGPASSWORD or ~/.pgpass can hold the password")
        { Column = "ledger" };
    }

    /// <summary>The address as it may be shown and kept: without the password.</summary>
    public override string ToString() => $"postgres://{(User is null ? "" : Uri.EscapeDataString(User) + "@")}{Host}/{Database}";

    internal string ConnectionString()
    {
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = Host,
            Database = Database,
            Username = User,
            Password = Password,
            ApplicationName = "fundledger",
            Timeout = 15,
            CommandTimeout = 0,
            // Who shares a ledger keeps opened ones; a connection kept here would outlive the server it was made to.
            Pooling = false,
            // A server that dies without a word is noticed by the operating system.
            TcpKeepAlive = true,
        };
        if (Host.Contains(',', StringComparison.Ordinal)) builder.TargetSessionAttributes = "primary";
        foreach (var option in (Options ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var sides = option.Split('=', 2);
            var value = Uri.UnescapeDataString(sides[^1]);
            switch (sides[0])
            {
                case "target_session_attrs": builder.TargetSessionAttributes = value; break;
                case "sslmode": builder["SSL Mode"] = value.Replace("-", "", StringComparison.Ordinal); break;
                case "sslrootcert": builder.RootCertificate = value; break;
                default: builder[sides[0]] = value; break;
            }
        }

        return builder.ToString();
    }

    static string? Optional(Group group) => group.Success ? Uri.UnescapeDataString(group.Value) : null;

    [GeneratedRegex("^postgres(ql)?://", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    const string Form = """
        ^postgres(?:ql)?://(?:(?<user>[^:@/]+)(?::(?<password>[^@/]*))?@)?
        (?<host>[^/?@]+)/(?<database>[^/?]+)(?:\?(?<options>.*))?$
        """;

    [GeneratedRegex(Form, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Parts();

    [GeneratedRegex("^([^:]+://[^:@]+):[^@]*@")]
    private static partial Regex Secret();
}
