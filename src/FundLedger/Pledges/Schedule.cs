using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Pledges;

/// <summary>When a pledge, or what is left of it, falls due: days and amounts that come to the whole.</summary>
public sealed record Schedule(ImmutableArray<(DateOnly Due, Amount Amount)> Parts)
{
    /// <summary>More instalments than this are taken for a slip of the pen.</summary>
    public const int MostInstalments = 600;

    const int LatestYear = 2200;

    public static Schedule Single(Amount amount, DateOnly due) => new([(due, amount)]);

    /// <summary>
    /// Equal instalments, so many months apart, each reckoned from the first due day, so that a schedule that begins on
    /// the 31st returns to the 31st after a shorter month.
    /// </summary>
    public static Outcome<Schedule> Equal(Amount amount, int instalments, DateOnly first, int monthsApart)
    {
        if (instalments is < 1 or > MostInstalments)
            return new Problem($"{instalments} instalments were asked for",
                $"give a number of instalments from 1 to {MostInstalments}")
            { Column = "instalments" };
        if (monthsApart < 0)
            return new Problem("the months between instalments are below zero", "give 0 or more months") { Column = "every" };
        if (first.Year + ((instalments - 1) * (long)monthsApart / 12) > LatestYear)
            return new Problem($"the last instalment would fall due after {LatestYear}",
                "give fewer instalments, or fewer months between them")
            { Column = "every" };
        return new Schedule([.. Split.Evenly(amount, instalments)
            .Select((part, index) => (first.AddMonths(index * monthsApart), part))]);
    }

    /// <summary>The problem with this schedule for a pledge of the amount given; none when it fits.</summary>
    public Problem? Misfit(Amount amount)
    {
        if (Parts.Length is < 1 or > MostInstalments)
            return new Problem($"the schedule has {Parts.Length} instalments", $"give 1 to {MostInstalments} instalments");
        if (Parts.Any(part => part.Amount.Currency != amount.Currency || !part.Amount.IsPositive))
            return new Problem("an instalment is not above zero", "give each instalment an amount above zero");
        var sum = Parts.Aggregate(Amount.Zero(amount.Currency), (total, part) => total + part.Amount);
        return sum == amount
            ? null
            : new Problem($"the instalments come to {sum}, the pledge is {amount}",
                $"change the instalments or the amount by {(sum > amount ? sum - amount : amount - sum)} so that they agree");
    }

    internal IEnumerable<Instalment> Instalments(long pledge, int firstNumber) =>
        Parts.Select((part, index) => new Instalment(pledge, firstNumber + index, part.Due, part.Amount));
}
