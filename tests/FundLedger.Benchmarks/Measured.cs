using System.Diagnostics;
using System.Globalization;

namespace FundLedger.Benchmarks;

/// <summary>One run of a program: how long it took and the most memory it held.</summary>
readonly record struct Measured(TimeSpan Time, long PeakBytes)
{
    const int PollMilliseconds = 20;

    internal double Seconds => Time.TotalSeconds;

    /// <summary>Runs a program to its end. One that fails is a fault of the benchmark, and its words are shown.</summary>
    internal static Measured Run(string program, params string[] arguments) => Run(program, arguments, null);

    internal static Measured Run(string program, string[] arguments, string? outputFile)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = Drain(process, outputFile);
        long peak = 0;
        while (!process.WaitForExit(PollMilliseconds)) peak = Math.Max(peak, PeakOf(process.Id));
        output.Wait();
        watch.Stop();
        return process.ExitCode == 0 ? new Measured(watch.Elapsed, peak)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {error.Result}");
    }

    static async Task Drain(Process process, string? outputFile)
    {
        await using var sink = outputFile is null ? Stream.Null : File.Create(outputFile);
        await process.StandardOutput.BaseStream.CopyToAsync(sink);
    }

    /// <summary>The high-water mark that Linux keeps of a process, in bytes; 0 where it is not kept.</summary>
    static long PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/status")
                .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(line.AsSpan(6).TrimEnd("kB ").Trim(), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It ended while its file was read.
            return 0;
        }
    }
}
