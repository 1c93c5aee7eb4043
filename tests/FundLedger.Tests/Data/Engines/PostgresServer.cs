using System.Diagnostics;
using System.Globalization;
using Dapper;
using FundLedger.Data;
using FundLedger.Journal;
using FundLedger.Tests.House;
using Npgsql;

namespace FundLedger.Tests.Data.Engines;

/// <summary>
/// The one throw-away server of a test run, started by tests/postgres when a test first needs it, and gone with the run. A
/// ledger of its own is a copy of a template, which is quicker than making it.
/// </summary>
static class PostgresServer
{
    const string Template = "new_ledger";

    static readonly Lazy<string?> Lacking = new(() => Script("available") is { Code: 0 } ? null
        : "PostgreSQL 15 or newer is not installed here: apt-get install postgresql (see tests/postgres).");

    static readonly Lazy<string> Server = new(Start);
    static int _databases;

    /// <summary>Why tests on PostgreSQL are skipped; none where they run.</summary>
    public static string? Missing => Lacking.Value;

    /// <summary>The address of a new database with nothing in it.</summary>
    public static string Empty() => Make("template0");

    /// <summary>The address of a new ledger, made by the founder at the moment where test clocks begin.</summary>
    public static string NewLedger() => Make(Template);

    public static void Drop(string address)
    {
        if (address.StartsWith("postgres", StringComparison.Ordinal)) Execute($"DROP DATABASE IF EXISTS {address.Split('/')[^1]} WITH (FORCE)");
    }

    /// <summary>Runs the script tests/postgres; what it printed, and its exit code.</summary>
    public static (int Code, string Output) Script(params string[] arguments)
    {
        if (!File.Exists("/bin/bash")) return (1, "");
        var start = new ProcessStartInfo("/bin/bash", [Path.Combine(Repository.Root, "tests", "postgres"), .. arguments])
        { RedirectStandardOutput = true };
        using var script = Process.Start(start)!;
        var output = script.StandardOutput.ReadToEnd();
        script.WaitForExit();
        return (script.ExitCode, output);
    }

    /// <summary>A line of what the script printed: ADDRESS, PORT or PID.</summary>
    public static string Value(string output, string name) =>
        output.Split('\n').Single(line => line.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];

    /// <summary>The address of another database of the same server.</summary>
    public static string Named(string address, string database) => address[..(address.LastIndexOf('/') + 1)] + database;

    public static void Execute(string address, string sql)
    {
        using var connection = Connect(address);
        connection.Execute(sql);
    }

    public static NpgsqlConnection Connect(string address)
    {
        var place = FundLedger.Data.Engines.PostgresAddress.Read(address).ShouldBeDone();
        var connection = new NpgsqlConnection(place.ConnectionString() + ";Search Path=fundledger");
        connection.Open();
        return connection;
    }

    static string Make(string template)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        Execute($"CREATE DATABASE {name} TEMPLATE {template}");
        return Named(Server.Value, name);
    }

    static string Start()
    {
        var folder = Directory.CreateTempSubdirectory("fundledger-postgres-").FullName;
        var (code, output) = Script("start", folder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        if (code != 0) throw new InvalidOperationException("tests/postgres did not start a server.");
        var address = Value(output, "ADDRESS");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Script("stop", folder);
        Execute(address, $"CREATE DATABASE {Template}");
        Ledger.Create(Named(address, Template), new TestClock(), new Author("founder")).ShouldBeDone().Dispose();
        NpgsqlConnection.ClearAllPools();
        return address;
    }

    static void Execute(string sql) => Execute(Server.Value, sql);
}
