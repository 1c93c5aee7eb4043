using System.Globalization;
using Xunit.Abstractions;

namespace FundLedger.Tests.Faults;

/// <summary>
/// How often a fault is tried and from which seed. FUNDLEDGER_TRIALS says how many times as often as usual (10 makes a
/// hundred kills a thousand); FUNDLEDGER_SEED repeats or varies a run. Both are printed.
/// </summary>
static class Trials
{
    public static int Seed { get; } = Read("FUNDLEDGER_SEED", 36);

    public static int Count(int usual) => usual * Read("FUNDLEDGER_TRIALS", 1);

    public static void Print(ITestOutputHelper output, string what, int trials) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {trials} trials, seed {Seed}"));

    static int Read(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : usual;
}
