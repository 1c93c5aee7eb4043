namespace FundLedger.Cli.Demo;

/// <summary>The clock of the sample ledger: each event is recorded at nine on its own day, so that every run is the same.</summary>
sealed class SampleClock : TimeProvider
{
    internal DateOnly Day { get; set; }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(Day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
}
