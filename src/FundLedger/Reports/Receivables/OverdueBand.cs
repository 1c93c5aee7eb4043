using System.Collections.Immutable;

namespace FundLedger.Reports.Receivables;

/// <summary>
/// For how many days something has been overdue. <see cref="Key"/> is its stable name: <c>31-90</c>.
/// </summary>
public sealed record OverdueBand(string Key, int FromDay)
{
    public static OverdueBand NotDue { get; } = new("not-due", int.MinValue);

    /// <summary>All bands, the youngest first.</summary>
    public static ImmutableArray<OverdueBand> All { get; } =
    [
        NotDue, new("1-30", 1), new("31-90", 31), new("91-180", 91), new("181-365", 181), new("over-365", 366),
    ];

    /// <summary>The band of what falls due on a day, seen on another. What falls due on the day itself is not overdue.</summary>
    public static OverdueBand Of(DateOnly due, DateOnly day)
    {
        var days = day.DayNumber - due.DayNumber;
        return All.Last(band => band.FromDay <= days);
    }
}
