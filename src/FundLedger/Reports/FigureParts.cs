using System.Collections.Immutable;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Reports;

/// <summary>The postings on one account for one reason that a figure counts, with their sign or against it.</summary>
public sealed record FigurePart(Account Account, Movement Movement, bool IsTurned);

/// <summary>
/// Of which postings each figure is the sum. It is found by asking <see cref="Position"/> itself, so that what a screen shows
/// behind a figure is what the figure counted.
/// </summary>
public static class FigureParts
{
    /// <summary>The figures that can be asked for, by their stable keys.</summary>
    public static ImmutableArray<(string Key, Func<Position, Amount> Of)> Measures { get; } =
    [
        ("pledged", position => position.Pledged), ("signed", position => position.Signed), ("paid", position => position.Paid),
        ("written_off", position => position.WrittenOff), ("revalued", position => position.Revalued),
        ("outstanding", position => position.Outstanding), ("receivable", position => position.Receivable),
        ("announced", position => position.Announced), ("received", position => position.Received),
        ("unallocated", position => position.Unallocated), ("refunded", position => position.Refunded),
        ("exchange", position => position.Exchange), ("contributions", position => position.Contributions),
    ];

    /// <summary>The figure of a position; none where there is no figure of this key.</summary>
    public static Amount? Of(string key, Position position) => Measure(key)?.Invoke(position);

    /// <summary>The parts of a figure; none where there is no figure of this key.</summary>
    public static ImmutableArray<FigurePart> Behind(string key)
    {
        if (Measure(key) is not { } measure) return [];
        var parts = ImmutableArray.CreateBuilder<FigurePart>();
        foreach (var account in Enum.GetValues<Account>())
            foreach (var movement in Enum.GetValues<Movement>())
            {
                var position = new Position();
                position.Add(new Figure("", "", 0, account, movement, 0, 1));
                if (measure(position) is { IsZero: false } counted) parts.Add(new FigurePart(account, movement, counted.IsNegative));
            }

        return parts.ToImmutable();
    }

    static Func<Position, Amount>? Measure(string key) => Measures.FirstOrDefault(measure => measure.Key == key).Of;
}
