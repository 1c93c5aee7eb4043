using System.Collections.Immutable;
using FundLedger.Money;

namespace FundLedger.Bank.Matching;

/// <summary>How far a payment may be from what is owed, and how sure a match must be to need no person.</summary>
public sealed record MatchSettings
{
    /// <summary>The most that banks on the way may have taken, where no amount is given for the currency.</summary>
    public Amount LargestCharge { get; init; } = Amount.Usd(50_00);

    /// <summary>The most that banks may have taken, for currencies with an amount of their own.</summary>
    public ImmutableArray<Amount> LargestCharges { get; init; } = [];

    /// <summary>No charge is larger than this part of what is owed.</summary>
    public int ChargePerMille { get; init; } = 50;

    /// <summary>How far a payment in another currency may be from the UN rate of the day.</summary>
    public int ExchangePerMille { get; init; } = 30;

    /// <summary>
    /// How many days a payment may be from the due date, or the parts of one payment from each other.
    /// </summary>
    public int DaysWindow { get; init; } = 120;

    /// <summary>A match with a lower score is never certain.</summary>
    public int Threshold { get; init; } = 60;

    /// <summary>A match that is not this far above the next is never certain.</summary>
    public int Margin { get; init; } = 10;
}
