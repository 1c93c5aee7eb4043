using System.Diagnostics;
using Dapper;
using FundLedger.Data;
using FundLedger.Journal;
using FundLedger.Tests.Cli;
using FundLedger.Tests.Data;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using Xunit.Abstractions;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Faults;

/// <summary>
/// Two servers on one machine, the second following the first: the first is killed in the middle of an import, the second
/// is promoted, and nothing that was acknowledged is missing.
/// </summary>
public sealed class FailoverTests(ITestOutputHelper output) : IDisposable
{
    const int Acknowledged = 20;
    const int Pledges = 1500;

    readonly Random _random = new(Trials.Seed);

    // Each directly in the folder for temporary files, since the servers may run as another user.
    string Primary { get; } = Directory.CreateTempSubdirectory("fundledger-primary-").FullName;

    string Standby { get; } = Directory.CreateTempSubdirectory("fundledger-standby-").FullName;

    [OnPostgres]
    public void The_primary_is_killed_in_an_import_and_its_standby_goes_on_with_all_that_was_acknowledged()
    {
        var (first, second, pid) = StartBoth();
        using var line = new Commandline { Ledger = $"postgres://ledger@127.0.0.1:{first},127.0.0.1:{second}/books" }.WithLedger();
        using var reader = new Commandline { Ledger = $"postgres://ledger@127.0.0.1:{second}/books" };
        var acknowledged = Acknowledge(line, reader);
        ReadOn(reader);

        using var import = FundLedgerProgram.Start(line.Ledger, Import(line));
        KillWhileItWrites(first, pid, import);
        PostgresServer.Script("promote", Standby).Code.ShouldBe(0);

        using (var ledger = Ledger.Open(line.Ledger, line.Clock).ShouldBeDone())
        {
            ledger.ShouldVerify();
            foreach (var (reference, entry) in acknowledged) ledger.Payments.Find(reference).Value.Number.ShouldBe(entry, reference);
            (ledger.Journal.Head().Entry - acknowledged[^1].Entry).ShouldBeOneOf(0, 2 * Pledges + 1);
        }

        line.Run(Import(line)).ShouldBe(0, line.Error);
        line.Run(Import(line)).ShouldBe(0, line.Error);
        using var after = Ledger.Open(line.Ledger, line.Clock).ShouldBeDone();
        (after.Journal.Head().Entry - acknowledged[^1].Entry).ShouldBe(2 * Pledges + 1);
        after.ShouldVerify();
    }

    (string First, string Second, int Pid) StartBoth()
    {
        var watch = Stopwatch.StartNew();
        var self = $"{Environment.ProcessId}";
        var primary = PostgresServer.Script("start", Primary, self);
        primary.Code.ShouldBe(0);
        PostgresServer.Execute(PostgresServer.Value(primary.Output, "ADDRESS"), "CREATE DATABASE books");
        var standby = PostgresServer.Script("standby", Standby, Primary, self);
        standby.Code.ShouldBe(0);
        output.WriteLine($"two servers in {watch.ElapsedMilliseconds} ms");
        return (PostgresServer.Value(primary.Output, "PORT"), PostgresServer.Value(standby.Output, "PORT"),
            int.Parse(PostgresServer.Value(primary.Output, "PID"), System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Payments that the primary called recorded; each can be read from the standby at once.</summary>
    static List<(string Reference, long Entry)> Acknowledge(Commandline line, Commandline reader)
    {
        var acknowledged = new List<(string, long)>();
        using var ledger = Ledger.Open(line.Ledger, line.Clock).ShouldBeDone();
        using var follower = Ledger.Open(reader.Ledger, line.Clock).ShouldBeDone();
        for (var i = 1; i <= Acknowledged; i++)
        {
            acknowledged.Add(($"A-{i}", ledger.Pay($"A-{i}", "2025-03-01", Euro(i)).Entry));
            follower.Journal.Head().ShouldBe(ledger.Journal.Head());
        }

        return acknowledged;
    }

    static void ReadOn(Commandline standby)
    {
        standby.Run("report", "board", "--fund", "VFTC", "--year", "2025", "--out", standby.Folder).ShouldBe(0, standby.Error);
        File.Exists(Path.Combine(standby.Folder, "board-VFTC-2025.pdf")).ShouldBeTrue();
        standby.Output.ShouldContain("on no record");
        standby.Run("report", "ageing", "--out", standby.Folder).ShouldBe(0, standby.Error);
        standby.Output.ShouldContain("on no record");
        standby.Run("status").ShouldBe(0, standby.Error);
        standby.Run("donors", "change", "Norway", "--language", "fr", "--reason", "asked").ShouldBe(1);
        standby.Error.ShouldContain("the ledger can only be read here");
    }

    static string[] Import(Commandline line) => ["import", line.Write("rows.csv", SmallLedger.Rows(Pledges)), "--key", "once"];

    /// <summary>Kills the server once the import holds the chain of entries, at some moment of its work.</summary>
    void KillWhileItWrites(string port, int pid, Process import)
    {
        using (var connection = PostgresServer.Connect($"postgres://ledger@127.0.0.1:{port}/books"))
            while (!import.HasExited && connection.ExecuteScalar<long>("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'") == 0)
                import.WaitForExit(5);
        import.WaitForExit(_random.Next(20, 300));
        Process.GetProcessById(pid).Kill();
        import.WaitForExit();
        output.WriteLine($"killed; the import ended with {import.ExitCode}: {import.StandardError.ReadToEnd()}");
        import.ExitCode.ShouldBeOneOf(0, 1);
    }

    public void Dispose()
    {
        foreach (var folder in new[] { Standby, Primary })
            if (PostgresServer.Script("stop", folder).Code != 0) Directory.Delete(folder, recursive: true);
    }
}
