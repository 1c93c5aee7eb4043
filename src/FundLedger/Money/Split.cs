using System.Collections.Immutable;

namespace FundLedger.Money;

/// <summary>Divides amounts so that the parts always come to the whole, to the last minor unit.</summary>
public static class Split
{
    /// <summary>
    /// Equal parts; where the amount does not divide evenly the earlier parts are one minor unit larger.
    /// The number of parts must be at least 1.
    /// </summary>
    public static ImmutableArray<Amount> Evenly(Amount amount, int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        var (each, rest) = Math.DivRem(amount.MinorUnits, parts);
        var step = Math.Sign(rest);
        return [.. Enumerable.Range(0, parts)
            .Select(part => new Amount(each + (part < Math.Abs(rest) ? step : 0), amount.Currency))];
    }

    /// <summary>
    /// Parts in proportion to the weights: each is rounded so that the running total is never further than half a
    /// minor unit from its exact value, and the last closes the sum. The weights must not come to zero.
    /// </summary>
    public static ImmutableArray<Amount> InProportion(Amount amount, IReadOnlyList<long> weights)
    {
        var whole = weights.Sum();
        var parts = ImmutableArray.CreateBuilder<Amount>(weights.Count);
        long reached = 0;
        var given = Amount.Zero(amount.Currency);
        foreach (var weight in weights)
        {
            reached += weight;
            var upToHere = amount.Share(reached, whole);
            parts.Add(upToHere - given);
            given = upToHere;
        }

        return parts.MoveToImmutable();
    }
}
