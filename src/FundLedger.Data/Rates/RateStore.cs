using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Files;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Rates;

namespace FundLedger.Data.Rates;

/// <summary>
/// What loading a file of rates did. Currencies that ISO 4217 does not have, or no longer has, are passed over and named.
/// </summary>
public sealed record RatesLoaded(long Entry, int Added, int Corrected, int Unchanged)
{
    public ImmutableArray<SkippedCurrency> Skipped { get; init; } = [];

    /// <summary>The number of the proposal that waits for approval; none where the rates were loaded.</summary>
    public long? Proposal { get; init; }

    /// <summary>What happened, in a line, where it was not loading.</summary>
    public string? Text { get; init; }

    /// <summary>What the rates would have changed of what was recorded before they were loaded.</summary>
    public RateEffect Effect { get; init; } = RateEffect.None;
}

/// <summary>UN operational rates of exchange. A correction is a newer record; what was posted keeps the rate it was posted at.</summary>
public sealed class RateStore(Ledger ledger)
{
    /// <summary>Adds the rates that are new or differ from what is known, in one entry.</summary>
    public Outcome<RatesLoaded> Add(ImmutableArray<Rate> rates, string source, Author author, bool dryRun = false) =>
        ledger.Write(author, new AddRates(rates, source), dryRun);

    /// <summary>Loads a file of rates: the UN feed in XML, its spreadsheet copy, or columns currency, effective_date, rate.</summary>
    public Outcome<RatesLoaded> Import(string path, Author author, bool dryRun = false, string? fileName = null) =>
        RateFile.Read(path, FileLimits.Import, ledger.Clock, fileName).Then(reading => reading.Problems.Length > 0
            ? new Refusal(reading.Problems)
            : Add(reading.Rates, fileName ?? Path.GetFileName(path), author, dryRun)
                .Then<RatesLoaded>(loaded => loaded with { Skipped = reading.Skipped }));

    /// <summary>What adding rates would do, and would have changed of what is recorded; also where it would wait for approval.</summary>
    public RatesLoaded Preview(ImmutableArray<Rate> rates)
    {
        var (before, fresh, corrected) = Compare(rates);
        return new RatesLoaded(0, fresh.Length - corrected, corrected, rates.Length - fresh.Length)
        { Effect = new RateEffects(ledger).Of(before, fresh) };
    }

    /// <summary>The same for a file of rates.</summary>
    public Outcome<RatesLoaded> Preview(string path, FileLimits limits, string fileName) =>
        RateFile.Read(path, limits, ledger.Clock, fileName).Then(reading => reading.Problems.Length > 0
            ? new Refusal(reading.Problems) : (Outcome<RatesLoaded>)(Preview(reading.Rates) with { Skipped = reading.Skipped }));

    internal Outcome<RatesLoaded> Add(AddRates request, Writing writing)
    {
        var (before, fresh, corrected) = Compare(request.Rates);
        if (fresh.IsEmpty) return new RatesLoaded(0, 0, 0, request.Rates.Length);
        var draft = new EntryDraft(EntryKind.Rates, ledger.Today, $"{fresh.Length} rates of exchange from {request.Source}")
        { Records = [.. fresh] };
        return writing.Post(draft).Then<RatesLoaded>(number =>
            new RatesLoaded(number, fresh.Length - corrected, corrected, request.Rates.Length - fresh.Length)
            { Effect = new RateEffects(ledger).Of(before, fresh) });
    }

    (Rate[] Before, ImmutableArray<Rate> Fresh, int Corrected) Compare(ImmutableArray<Rate> rates)
    {
        Rate[] before = [.. Read(StandingData.Everything)];
        var known = before
            .GroupBy(rate => (rate.Currency, rate.Effective)).ToDictionary(group => group.Key, group => group.Last());
        var fresh = rates.Where(rate => !known.TryGetValue((rate.Currency, rate.Effective), out var same)
            || same.HundredMillionths != rate.HundredMillionths).ToImmutableArray();
        return (before, fresh, fresh.Count(rate => known.ContainsKey((rate.Currency, rate.Effective))));
    }

    /// <summary>All rates known up to an entry, in the order in which they were loaded.</summary>
    internal IEnumerable<Rate> Read(long knownUpTo) => ledger.Query<RateRow>(
            "SELECT currency, effective, rate, source FROM rate WHERE entry <= @knownUpTo ORDER BY entry, line", new { knownUpTo })
        .Select(row => new Rate(row.Currency, row.Effective, row.Rate, row.Source));

    sealed class RateRow
    {
        public Currency Currency { get; init; } = Currency.Usd;
        public DateOnly Effective { get; init; }
        public long Rate { get; init; }
        public string Source { get; init; } = "";
    }
}
