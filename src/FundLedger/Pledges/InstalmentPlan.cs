using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Money;

namespace FundLedger.Pledges;

public sealed record PlannedInstalment(DateOnly Due, Amount Amount);

/// <summary>
/// How somebody asks for instalments: each with its day and amount, or a number of equal ones so many months apart.
/// </summary>
public sealed record InstalmentPlan
{
    public ImmutableArray<PlannedInstalment> Each { get; init; } = [];

    public int Count { get; init; } = 1;

    public DateOnly First { get; init; }

    public int MonthsApart { get; init; } = 12;

    public static InstalmentPlan Once(DateOnly due) => new() { First = due };

    /// <summary>The schedule for an amount; a problem when the instalments do not come to it.</summary>
    public Outcome<Schedule> For(Amount amount)
    {
        if (Each.IsEmpty) return Schedule.Equal(amount, Count, First, MonthsApart);
        var schedule = new Schedule([.. Each.Select(part => (part.Due, part.Amount))]);
        return schedule.Misfit(amount) is { } misfit ? misfit with { Column = "due" } : schedule;
    }
}
