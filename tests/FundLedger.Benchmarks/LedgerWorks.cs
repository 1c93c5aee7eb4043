namespace FundLedger.Benchmarks;

/// <summary>Import, status, the Board's report, growth, verification and the start of the program.</summary>
static class LedgerWorks
{
    const int LargestImport = 400;

    internal static IEnumerable<Comparison> Import(Bench bench)
    {
        var (ledger, hledger, sqlite) = (Bench.Find("ledger"), Bench.Find("hledger"), Bench.Find("sqlite3"));
        Measured Ours() => ImportInto(bench, bench.Workload);
        yield return bench.Compare("import", Ours, "ledger balance", Balance(ledger, bench.Workload), "≤ its time, < 400 MB",
            (ours, theirs) => ours.Time <= theirs.Time && ours.PeakBytes < LargestImport * 1048576L);
        yield return bench.Compare("import", Ours, "hledger balance", Balance(hledger, bench.Workload), "≤ 1/3",
            (ours, theirs) => ours.Seconds <= theirs.Seconds / 3);
        yield return bench.Compare("import", Ours, "sqlite3 .import", Bare(sqlite, bench.Workload), "(for comparison)", (_, _) => true);
    }

    internal static IEnumerable<Comparison> Status(Bench bench)
    {
        yield return bench.Compare("status by donor, fund and year", () => bench.Ours(bench.Workload, "status", "--json"),
            "ledger balance", Balance(Bench.Find("ledger"), bench.Workload), "≤ 1/50", (ours, theirs) => ours.Seconds <= theirs.Seconds / 50);
        yield return bench.Compare("Board's report as PDF", () => Board(bench, bench.Workload),
            "ledger balance", Balance(Bench.Find("ledger"), bench.Workload), "≤ 1/10", (ours, theirs) => ours.Seconds <= theirs.Seconds / 10);
    }

    internal static IEnumerable<Comparison> Growth(Bench bench)
    {
        yield return bench.Compare("status, all contributions", () => bench.Ours(bench.Workload, "status", "--json"),
            "a hundredth of them", () => bench.Ours(bench.Small, "status", "--json"), "≤ 1.5 ×", AtMostHalfMore);
        yield return bench.Compare("Board's report, all contributions", () => Board(bench, bench.Workload),
            "a hundredth of them", () => Board(bench, bench.Small), "≤ 1.5 ×", AtMostHalfMore);
    }

    internal static IEnumerable<Comparison> Verify(Bench bench)
    {
        yield return bench.Compare("verify", () => bench.Ours(bench.Workload, "verify"), "our import",
            () => ImportInto(bench, bench.Workload), "≤ its time", (ours, theirs) => ours.Time <= theirs.Time);
    }

    internal static IEnumerable<Comparison> Start(Bench bench)
    {
        yield return bench.Compare("status of a small ledger, cold start", () => bench.Ours(bench.Small, "status"), "hledger balance",
            Balance(Bench.Find("hledger"), bench.Small), "≤ its time", (ours, theirs) => ours.Time <= theirs.Time);
    }

    /// <summary>Makes the ledger anew and imports everything; what is measured is the import.</summary>
    internal static Measured ImportInto(Bench bench, Workload workload)
    {
        foreach (var suffix in new[] { "", "-wal", "-shm" }) File.Delete(workload.Ledger + suffix);
        return Fill(bench, workload);
    }

    /// <summary>Makes a ledger where there is none and imports everything; what is measured is the import.</summary>
    internal static Measured Fill(Bench bench, Workload workload)
    {
        bench.Ours(workload, "init");
        bench.Ours(workload, "rates", "import", workload.Rates);
        return bench.Ours(workload, "import", workload.File);
    }

    static Measured Board(Bench bench, Workload workload) =>
        bench.Ours(workload, "report", "board", "--fund", "VFTC", "--year", "2024", "--out", workload.Folder);

    static bool AtMostHalfMore(Measured ours, Measured theirs) => ours.Seconds <= theirs.Seconds * 1.5;

    static Func<Measured>? Balance(string? peer, Workload workload) =>
        peer is null ? null : () => Measured.Run(peer, "-f", workload.Journal, "balance");

    static Func<Measured>? Bare(string? sqlite, Workload workload) => sqlite is null ? null : () =>
    {
        var file = Path.Combine(workload.Folder, "bare.db");
        File.Delete(file);
        return Measured.Run(sqlite, file, ".mode csv", $".import {workload.File} contribution");
    };
}
