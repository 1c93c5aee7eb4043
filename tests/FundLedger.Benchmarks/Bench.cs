using System.Globalization;

namespace FundLedger.Benchmarks;

/// <summary>
/// What every benchmark has in hand: our program as it is shipped, the workload, the peers that are here, and how often each
/// run is repeated. Ours and theirs take turns, so that a busy moment of the machine meets both.
/// </summary>
sealed class Bench(string program, Workload workload, Workload small, int repeats)
{
    internal Workload Workload => workload;

    /// <summary>The same kind of ledger with a hundredth of the contributions.</summary>
    internal Workload Small => small;

    internal Measured Ours(Workload on, params string[] arguments) => Measured.Run(program, [.. arguments, "--ledger", on.Ledger]);

    internal string Program => program;

    /// <summary>The median of our runs and of theirs.</summary>
    internal (Measured Ours, Measured? Theirs) InTurns(Func<Measured> ours, Func<Measured>? theirs)
    {
        var (mine, other) = (new List<Measured>(), new List<Measured>());
        for (var i = 0; i < repeats; i++)
        {
            mine.Add(ours());
            if (theirs is not null) other.Add(theirs());
        }

        return (Median(mine), other.Count == 0 ? null : Median(other));
    }

    internal Comparison Compare(
        string work, Func<Measured> ours, string against, Func<Measured>? theirs, string target, Func<Measured, Measured, bool> isMet)
    {
        var (mine, other) = InTurns(ours, theirs);
        var line = new Comparison(work, mine, against, other, target, other is { } their ? isMet(mine, their) : null);
        Console.Out.WriteLine(line.ToRow());
        return line;
    }

    /// <summary>Where a program is; none where it is not installed.</summary>
    internal static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    static Measured Median(List<Measured> runs)
    {
        var sorted = runs.OrderBy(run => run.Time).ToArray();
        return new Measured(sorted[sorted.Length / 2].Time, runs.Max(run => run.PeakBytes));
    }

    internal static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
