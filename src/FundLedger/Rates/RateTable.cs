using FundLedger.Checks;
using FundLedger.Money;

namespace FundLedger.Rates;

/// <summary>The rates known at one moment, ready to be asked for a day.</summary>
public sealed class RateTable
{
    readonly Dictionary<Currency, Rate[]> _byCurrency;

    /// <summary>Where a currency and effective date occur twice the later one in the sequence wins: it is a correction.</summary>
    public RateTable(IEnumerable<Rate> rates) =>
        _byCurrency = rates
            .GroupBy(rate => rate.Currency)
            .ToDictionary(
                group => group.Key,
                group => group.GroupBy(rate => rate.Effective).Select(same => same.Last()).OrderBy(rate => rate.Effective).ToArray());

    /// <summary>The currencies of which there are rates, by code.</summary>
    public IEnumerable<Currency> Currencies => _byCurrency.Keys.OrderBy(currency => currency.Code, StringComparer.Ordinal);

    public IEnumerable<Rate> All => _byCurrency.Values.SelectMany(rates => rates);

    /// <summary>
    /// The rate with the newest effective date on or before the day. There is no other fallback: a missing rate is a
    /// problem that names the currency and the day.
    /// </summary>
    public Outcome<Rate> On(DateOnly day, Currency currency)
    {
        if (currency == Currency.Usd) return Rate.Dollar(day);
        if (_byCurrency.TryGetValue(currency, out var rates))
        {
            var index = LastOnOrBefore(rates, day);
            if (index >= 0) return rates[index];
        }

        if (Withdrawal.Objection(currency, day) is { } withdrawn) return withdrawn;
        return new Problem(
            $"there is no rate of exchange for {currency} on {DayText.Iso(day)}",
            $"load a rate for {currency} effective on or before {DayText.Iso(day)} with «rates import», then try again")
        { Column = "currency", Value = currency.Code };
    }

    static int LastOnOrBefore(Rate[] rates, DateOnly day)
    {
        int low = 0, high = rates.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (rates[middle].Effective <= day) low = middle + 1;
            else high = middle - 1;
        }

        return high;
    }
}
