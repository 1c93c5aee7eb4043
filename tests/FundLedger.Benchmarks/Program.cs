using System.Globalization;
using FundLedger.Benchmarks;

// Runs the benchmarks that are named, or all, and prints one table. Options: --contributions N, --seed N, --repeats N,
// --minutes N (of load on the desk), --program FILE, --folder DIR (kept afterwards), --write (keeps the table in RESULTS.md).
if (args is ["write-pdf", var file])
{
    DocumentWorks.WritePdf(file);
    return;
}

Dictionary<string, Func<Bench, IEnumerable<Comparison>>> works = new()
{
    ["import"] = LedgerWorks.Import,
    ["status"] = LedgerWorks.Status,
    ["growth"] = LedgerWorks.Growth,
    ["verify"] = LedgerWorks.Verify,
    ["postgres"] = PostgresWorks.Import,
    ["start"] = LedgerWorks.Start,
    ["xlsx"] = DocumentWorks.Xlsx,
    ["pdf"] = DocumentWorks.Pdf,
    ["desk"] = bench => DeskWorks.Desk(bench, TimeSpan.FromMinutes(Number("--minutes", 10))),
};

var contributions = Number("--contributions", 1_000_000);
var (seed, repeats) = (Number("--seed", 1), Number("--repeats", 3));
var named = works.Keys.Where(args.Contains).ToArray();
var folder = Text("--folder") ?? Directory.CreateTempSubdirectory("fundledger-bench-").FullName;
try
{
    Workload Made(int many) => Workload.Make(Path.Combine(folder, FormattableString.Invariant($"{many}-{seed}")), many, seed);
    var bench = new Bench(Text("--program") ?? Published.Make(folder), Made(contributions), Made(Math.Max(100, contributions / 100)), repeats);
    // A folder that was kept has its ledgers already.
    foreach (var workload in new[] { bench.Small, bench.Workload })
        if (!File.Exists(workload.Ledger)) LedgerWorks.ImportInto(bench, workload);
    var lines = (named.Length > 0 ? named : [.. works.Keys]).SelectMany(name => works[name](bench)).ToArray();
    var table = Results.Of(lines, bench, repeats, seed, TimeProvider.System.GetLocalNow());
    Console.Out.WriteLine(table);
    if (args.Contains("--write")) File.WriteAllText(Repository.File("tests/FundLedger.Benchmarks/RESULTS.md"), table);
}
finally
{
    if (Text("--folder") is null) Directory.Delete(folder, recursive: true);
}

string? Text(string option) => Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

int Number(string option, int usual) => Text(option) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
