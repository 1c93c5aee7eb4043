using System.Globalization;

namespace FundLedger.Benchmarks;

/// <summary>
/// One line of the table: our time and memory, a peer's time for the same work in the same run, and the target that the ratio
/// or the figure is held against.
/// </summary>
sealed record Comparison(string Work, Measured Ours, string Against, Measured? Theirs, string Target, bool? IsMet)
{
    /// <summary>Our time as a part of theirs.</summary>
    internal double? Ratio => Theirs is { } theirs ? Ours.Seconds / theirs.Seconds : null;

    internal string ToRow() => string.Create(CultureInfo.InvariantCulture,
        $"| {Work} | {Ours.Seconds:F2} s | {Megabytes(Ours)} | {Against} | {Their()} | {(Ratio is { } ratio ? ratio.ToString("F3", CultureInfo.InvariantCulture) : "–")} | {Target} | {Met()} |");

    string Their() => Theirs is { } theirs ? string.Create(CultureInfo.InvariantCulture, $"{theirs.Seconds:F2} s") : "not here";

    string Met() => IsMet switch { true => "yes", false => "no", null => "–" };

    static string Megabytes(Measured run) => run.PeakBytes == 0 ? "–"
        : string.Create(CultureInfo.InvariantCulture, $"{run.PeakBytes / 1048576.0:F0} MB");
}
