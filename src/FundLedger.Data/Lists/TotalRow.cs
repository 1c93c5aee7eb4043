using FundLedger.Money;

namespace FundLedger.Data.Lists;

/// <summary>What rows of one currency come to.</summary>
sealed class TotalRow
{
    public Currency Currency { get; init; } = Currency.Usd;
    public long Count { get; init; }
    public long Amount { get; init; }
    public long Usd { get; init; }
    public long Outstanding { get; init; }
    public long OutstandingUsd { get; init; }

    internal CurrencyTotal ToTotal() => new(Currency, Count, new Money.Amount(Amount, Currency), Money.Amount.Usd(Usd));

    internal CurrencyTotal ToTotalOfPromises() => ToTotal() with
    {
        Outstanding = new Money.Amount(Outstanding, Currency),
        OutstandingUsd = Money.Amount.Usd(OutstandingUsd),
    };
}
