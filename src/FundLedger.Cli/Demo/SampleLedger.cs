using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Donors;
using FundLedger.Journal;

namespace FundLedger.Cli.Demo;

/// <summary>
/// Makes the sample ledger from a fixed seed: eleven years, four funds, some fifty donors. Every figure is invented, and
/// every page of every report says so.
/// </summary>
static class SampleLedger
{
    internal const string Banner = "Sample ledger: every figure is invented";

    const int Seed = 3628;

    static readonly Author Author = new("sample");

    /// <summary>The day after the last event: books of the year 2025 are made up in February 2026.</summary>
    internal static DateOnly End { get; } = new(SampleDonor.LastYear + 1, 2, 16);

    internal static Outcome<Ledger> Make(string path, string statementFile, SampleClock clock, IProgress<long>? progress)
    {
        clock.Day = new DateOnly(SampleDonor.FirstYear, 1, 2);
        return Ledger.Create(path, clock, Author).Then<Ledger>(ledger =>
        {
            var random = new Random(Seed);
            ledger.Settings.Set(Setting.Banner, Banner, null, Author);
            Required(ledger.Donors.Add(
            [
                new Donor("FORD-EX", "Example Foundation for Justice", DonorKind.Foundation),
                new Donor("HARBOUR", "Harbour Trust (invented)", DonorKind.Foundation),
                new Donor("LANTERN", "Lantern Analytics Ltd (invented)", DonorKind.Company),
            ], Author));
            Required(ledger.Rates.Add(SampleRates.Invent(random), "sample, invented", Author));
            Play(ledger, Invent(random), clock, progress);
            clock.Day = End;
            File.WriteAllText(statementFile, SampleStatement.Invent(random));
            Required(ledger.Statements.Import(statementFile, Author));
            return ledger;
        });
    }

    static IEnumerable<SampleEvent> Invent(Random random)
    {
        var events = new List<SampleEvent>();
        var year = new SampleYear(random, events, End);
        for (var y = SampleDonor.FirstYear; y <= SampleDonor.LastYear; y++)
            foreach (var donor in SampleDonor.All) year.Add(donor, y);
        events.AddRange(SampleScenes.All());
        return events.OrderBy(one => one.Day);
    }

    static void Play(Ledger ledger, IEnumerable<SampleEvent> events, SampleClock clock, IProgress<long>? progress)
    {
        long count = 0;
        foreach (var one in events)
        {
            clock.Day = one.Day;
            one.Happen(ledger, Author);
            if (++count % 100 == 0) progress?.Report(count);
        }
    }

    internal static void Required<T>(Outcome<T> outcome)
    {
        if (outcome.IsRefused) throw new InvalidOperationException("The sample ledger was refused: " + outcome.Problems[0].ToText());
    }
}
