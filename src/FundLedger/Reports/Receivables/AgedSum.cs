using FundLedger.Money;

namespace FundLedger.Reports.Receivables;

/// <summary>What some agreements still owe on a day, in US$, by how long it has been overdue.</summary>
public sealed class AgedSum
{
    readonly long[] _cents = new long[OverdueBand.All.Length];
    long _current;

    public Amount this[OverdueBand band] => Amount.Usd(_cents[OverdueBand.All.IndexOf(band)]);

    public Amount Total => Amount.Usd(_cents.Sum());

    /// <summary>Overdue, or due within the twelve months after the day.</summary>
    public Amount Current => Amount.Usd(_current);

    public Amount NonCurrent => Total - Current;

    public Amount Overdue => Total - this[OverdueBand.NotDue];

    public static AgedSum Of(IEnumerable<OpenClaim> claims, DateOnly day)
    {
        var sum = new AgedSum();
        foreach (var claim in claims)
        {
            sum._cents[OverdueBand.All.IndexOf(OverdueBand.Of(claim.Due, day))] += claim.Usd.MinorUnits;
            if (claim.IsCurrent(day)) sum._current += claim.Usd.MinorUnits;
        }

        return sum;
    }
}
