using System.Diagnostics;

namespace FundLedger.Benchmarks;

/// <summary>The same import into PostgreSQL, into a throw-away server of this machine.</summary>
static class PostgresWorks
{
    static readonly string Script = Repository.File("tests/postgres");

    internal static IEnumerable<Comparison> Import(Bench bench)
    {
        if (Ask("available") is null)
        {
            Console.Out.WriteLine("PostgreSQL is not installed here: its import is left out.");
            yield break;
        }

        yield return bench.Compare("import into PostgreSQL", () => ImportOnce(bench), "import into SQLite",
            () => LedgerWorks.ImportInto(bench, bench.Workload), "≤ 2 ×", (ours, theirs) => ours.Seconds <= theirs.Seconds * 2);
    }

    static Measured ImportOnce(Bench bench)
    {
        var folder = Path.Combine(bench.Workload.Folder, "postgres");
        var address = Ask("start", folder)?.Split('\n').First(line => line.StartsWith("ADDRESS=", StringComparison.Ordinal))["ADDRESS=".Length..]
            ?? throw new InvalidOperationException("the server did not start");
        try
        {
            return LedgerWorks.Fill(bench, bench.Workload.For(address));
        }
        finally
        {
            Ask("stop", folder);
        }
    }

    /// <summary>What the script answers; none where it fails.</summary>
    static string? Ask(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [Script, .. arguments]) { RedirectStandardOutput = true })!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? answer : null;
    }
}
