using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace FundLedger.Benchmarks;

/// <summary>The table that is printed and kept, with the day, the machine and what was measured.</summary>
static class Results
{
    internal static string Of(IReadOnlyCollection<Comparison> lines, Bench bench, int repeats, int seed, DateTimeOffset now)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # What was measured

            {now:d MMMM yyyy} · {Environment.ProcessorCount} processors · {Memory()} GB · {RuntimeInformation.OSDescription} · .NET {Environment.Version}

            {bench.Workload.Contributions:N0} contributions from seed {seed}; medians of {repeats}, ours and theirs in turns; memory is the most that was held.
            Make it again with `dotnet run --project tests/FundLedger.Benchmarks -c Release`.

            | work | ours | memory | against | theirs | ours ÷ theirs | target | met |
            |---|--:|--:|---|--:|--:|---|---|

            """);
        foreach (var line in lines) text.AppendLine(line.ToRow());
        return text.ToString();
    }

    static string Memory() => (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1073741824.0).ToString("F0", CultureInfo.InvariantCulture);
}
