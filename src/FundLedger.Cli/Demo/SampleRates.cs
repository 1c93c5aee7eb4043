using System.Collections.Immutable;
using FundLedger.Money;
using FundLedger.Rates;

namespace FundLedger.Cli.Demo;

/// <summary>Invented rates of exchange: one a month and currency, wandering around a plausible value.</summary>
static class SampleRates
{
    const int Scale = 100_000_000;

    static readonly (string Currency, decimal Usual, int Decimals)[] Usual =
    [
        ("EUR", 0.90m, 3), ("NOK", 8.9m, 2), ("SEK", 9.1m, 2), ("DKK", 6.7m, 2), ("CHF", 0.95m, 3), ("GBP", 0.76m, 3),
        ("CAD", 1.31m, 3), ("AUD", 1.42m, 3), ("JPY", 116m, 1), ("KRW", 1190m, 0), ("KWD", 0.304m, 4),
    ];

    internal static ImmutableArray<Rate> Invent(Random random)
    {
        var rates = ImmutableArray.CreateBuilder<Rate>();
        foreach (var (currency, usual, decimals) in Usual)
        {
            var value = usual;
            for (var month = new DateOnly(SampleDonor.FirstYear, 1, 1); month.Year <= SampleDonor.LastYear + 1; month = month.AddMonths(1))
            {
                // Each month moves by up to 1.5 per cent and is drawn a little towards its usual value.
                value = (value * (1000 + random.Next(-15, 16)) / 1000) + ((usual - value) / 20);
                var published = decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
                rates.Add(new Rate(Currency.Of(currency), month, decimal.ToInt64(published * Scale), "sample, invented"));
                if (month is { Year: SampleDonor.LastYear + 1, Month: 2 }) break;
            }
        }

        return rates.ToImmutable();
    }
}
