using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Rates;
using FundLedger.Tests.Data.Engines;

namespace FundLedger.Tests.Data;

/// <summary>A ledger in a folder of its own, with a clock that the test sets and a few rates.</summary>
sealed class TestLedger : IDisposable
{
    public static readonly Author Clerk = new("clerk");

    readonly string _folder = Directory.CreateTempSubdirectory("fundledger-").FullName;

    public TestLedger()
    {
        Address = TestEngine.IsPostgres ? PostgresServer.NewLedger() : System.IO.Path.Combine(_folder, "ledger.db");
        Ledger = TestEngine.IsPostgres ? Ledger.Open(Address, Clock).ShouldBeDone()
            : Ledger.Create(Address, Clock, new Author("founder")).ShouldBeDone();
        Ledger.Rates.Add(
        [
            Rate("EUR", "2019-12-31", 0.9m), Rate("EUR", "2024-12-31", 0.95m), Rate("EUR", "2025-06-01", 0.88m),
            Rate("NOK", "2019-12-31", 8.8m), Rate("JPY", "2019-12-31", 109m), Rate("KWD", "2019-12-31", 0.303m),
            Rate("CHF", "2019-12-31", 0.97m), Rate("CLF", "2019-12-31", 0.026m),
        ], "test", Clerk).ShouldBeDone();
    }

    /// <summary>Where the ledger is: a file, or a database of its own, by the engine of the test that runs.</summary>
    public string Address { get; }

    public TestClock Clock { get; } = new();

    public Ledger Ledger { get; }

    public static Rate Rate(string currency, string day, decimal rate) =>
        new(Currency.Of(currency), Day(day), decimal.ToInt64(rate * 100_000_000), "test");

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");

    public static Amount Euro(decimal whole) => new(decimal.ToInt64(whole * 100), Currency.Of("EUR"));

    /// <summary>The path of a file beside the ledger.</summary>
    public string Beside(string name) => System.IO.Path.Combine(_folder, name);

    public void Dispose()
    {
        Ledger.Dispose();
        PostgresServer.Drop(Address);
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
