using System.Globalization;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Rates;

/// <summary>
/// A UN operational rate of exchange: currency units for one US$, valid from its effective date until the next one of
/// the same currency. Kept as a whole number of hundred-millionths of a unit.
/// </summary>
public sealed record Rate(Currency Currency, DateOnly Effective, long HundredMillionths, string Source) : ILedgerRecord
{
    public const int Decimals = 8;
    const long Scale = 100_000_000;

    /// <summary>One US$ is one US$, on any day.</summary>
    public static Rate Dollar(DateOnly day) => new(Currency.Usd, day, Scale, "US$");

    public static RecordShape Shape { get; } = new("rate", "currency text, effective day, rate number, source text");

    RecordShape ILedgerRecord.Shape => Shape;

    public decimal UnitsPerDollar => UnitsOf(HundredMillionths);

    /// <summary>Units from the hundred-millionths in which rates are kept.</summary>
    public static decimal UnitsOf(long hundredMillionths) => new decimal(hundredMillionths) / Scale;

    /// <summary>Reads a rate as published: a point for decimals, no separators, above zero, at most 8 decimals.</summary>
    public static bool TryParse(string text, out long hundredMillionths)
    {
        hundredMillionths = 0;
        if (!decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)
            || rate is <= 0 or > 10_000_000_000m || rate * Scale != decimal.Truncate(rate * Scale)) return false;
        hundredMillionths = decimal.ToInt64(rate * Scale);
        return true;
    }

    /// <summary>The amount in US$ and cents, rounded half away from zero.</summary>
    public Amount ToUsd(Amount amount) => Amount.Usd(Divide(amount, Currency.Usd.UnitsPerWhole));

    /// <summary>The amount in whole US$, rounded once from the exact quotient, as the published tables do.</summary>
    public long ToWholeDollars(Amount amount) => Divide(amount, 1);

    /// <summary>What US$ are worth in this rate's currency, rounded half away from zero to its minor unit.</summary>
    public Amount FromUsd(Amount usd) => new(
        Rounding.HalfAwayFromZero(
            (Int128)usd.MinorUnits * HundredMillionths * Currency.UnitsPerWhole, (Int128)Scale * Currency.Usd.UnitsPerWhole),
        Currency);

    public void WriteTo(FieldSink sink)
    {
        sink.Text(Currency.Code);
        sink.Day(Effective);
        sink.Number(HundredMillionths);
        sink.Text(Source);
    }

    long Divide(Amount amount, long unitsPerDollar)
    {
        if (amount.Currency != Currency)
            throw new InvalidOperationException($"A rate for {Currency} met an amount in {amount.Currency}.");
        return Rounding.HalfAwayFromZero(
            (Int128)amount.MinorUnits * Scale * unitsPerDollar, (Int128)HundredMillionths * Currency.UnitsPerWhole);
    }
}
