using FundLedger.Money;
using FundLedger.Rates;

namespace FundLedger.Bank.Matching;

/// <summary>What an amount is worth in another currency by the UN rates of a day.</summary>
sealed class Exchange(RateTable rates)
{
    /// <summary>The worth; none where a rate is missing or the amount too large to be any.</summary>
    public Amount? Convert(Amount amount, Currency to, DateOnly day)
    {
        if (amount.Currency == to) return amount;
        var from = rates.On(day, amount.Currency);
        var into = rates.On(day, to);
        if (from.IsRefused || into.IsRefused) return null;
        try
        {
            return into.Value.FromUsd(from.Value.ToUsd(amount));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>
    /// The most that a bank may have charged in a currency; none where neither setting nor rate tells.
    /// </summary>
    public Amount? LargestCharge(Currency currency, DateOnly day, MatchSettings settings)
    {
        foreach (var charge in settings.LargestCharges)
            if (charge.Currency == currency) return charge;
        return Convert(settings.LargestCharge, currency, day);
    }
}
