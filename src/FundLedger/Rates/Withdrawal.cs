using FundLedger.Checks;
using FundLedger.Money;

namespace FundLedger.Rates;

/// <summary>Nobody promises or pays in a currency that is no longer: such an amount is a slip of the date or of the code.</summary>
public static class Withdrawal
{
    /// <summary>The problem with an amount of the currency on the day; none while it was in use.</summary>
    public static Problem? Objection(Currency currency, DateOnly day) => currency.Withdrawn is { } withdrawn && withdrawn <= day
        ? new Problem($"{currency} ({currency.Name}) was withdrawn on {DayText.Iso(withdrawn)} and cannot be of {DayText.Iso(day)}",
            "check the date, or give the amount in the currency that took its place")
        { Column = "currency", Value = currency.Code }
        : null;
}
