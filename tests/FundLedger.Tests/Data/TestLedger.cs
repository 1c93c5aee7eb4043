using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Rates;

namespace FundLedger.Tests.Data;

/// <summary>A ledger in a folder of its own, with a clock that the test sets and a few rates.</summary>
sealed class TestLedger : IDisposable
{
    public static readonly Author Clerk = new("clerk");

    readonly string _folder = Directory.CreateTempSubdirectory("fundledger-").FullName;

    public TestLedger()
    {
        Path = System.IO.Path.Combine(_folder, "ledger.db");
        Ledger = Ledger.Create(Path, Clock, new Author("founder")).Value;
        Ledger.Rates.Add(
        [
            Rate("EUR", "2019-12-31", 0.9m), Rate("EUR", "2024-12-31", 0.95m), Rate("EUR", "2025-06-01", 0.88m),
            Rate("NOK", "2019-12-31", 8.8m), Rate("JPY", "2019-12-31", 109m), Rate("KWD", "2019-12-31", 0.303m),
            Rate("CHF", "2019-12-31", 0.97m), Rate("CLF", "2019-12-31", 0.026m),
        ], "test", Clerk).ShouldBeDone();
    }

    public string Path { get; }

    public TestClock Clock { get; } = new();

    public Ledger Ledger { get; }

    public static Rate Rate(string currency, string day, decimal rate) =>
        new(Currency.Of(currency), Day(day), decimal.ToInt64(rate * 100_000_000), "test");

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");

    public static Amount Euro(decimal whole) => new(decimal.ToInt64(whole * 100), Currency.Of("EUR"));

    public void Dispose()
    {
        Ledger.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>A clock that stands still until it is moved.</summary>
sealed class TestClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Now;
}

static class OutcomeAssertions
{
    /// <summary>The decision; fails with the problems where it was refused.</summary>
    public static T ShouldBeDone<T>(this Outcome<T> outcome) => outcome.IsRefused
        ? throw new InvalidOperationException(string.Join("; ", outcome.Problems.Select(problem => problem.Message)))
        : outcome.Value;

    public static Problem ShouldBeRefused<T>(this Outcome<T> outcome)
    {
        if (!outcome.IsRefused) throw new InvalidOperationException("It was accepted.");
        return outcome.Problems[0];
    }
}
