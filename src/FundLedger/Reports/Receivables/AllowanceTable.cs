using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Money;

namespace FundLedger.Reports.Receivables;

/// <summary>
/// Which part of a receivable is taken to be doubtful, by how long it has been overdue. No source confirms percentages, so
/// that a ledger begins with none; whoever has them sets them.
/// </summary>
public sealed class AllowanceTable
{
    /// <summary>The setting that holds the table, as <c>31-90=5 over-365=50</c>.</summary>
    public const string SettingName = "receivables.allowance";

    const int Whole = 1000;

    readonly ImmutableDictionary<OverdueBand, int> _perMille;

    AllowanceTable(ImmutableDictionary<OverdueBand, int> perMille) => _perMille = perMille;

    public static AllowanceTable Empty { get; } = new(ImmutableDictionary<OverdueBand, int>.Empty);

    public bool IsEmpty => _perMille.IsEmpty;

    /// <summary>The rate of a band in tenths of a per cent; zero where none is set.</summary>
    public int this[OverdueBand band] => _perMille.GetValueOrDefault(band);

    /// <summary>The allowance for a sum: each band's part is rounded half up to the cent.</summary>
    public Amount Of(AgedSum sum) =>
        OverdueBand.All.Aggregate(Amount.Usd(0), (allowance, band) => allowance + Of(sum[band], band));

    public Amount Of(Amount receivable, OverdueBand band) => receivable.Share(this[band], Whole);

    /// <summary>Reads what the setting holds; nothing is an empty table.</summary>
    public static Outcome<AllowanceTable> Parse(string? text)
    {
        var rates = ImmutableDictionary<OverdueBand, int>.Empty;
        foreach (var part in (text ?? "").Split([' ', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var sides = part.Split('=', 2);
            if (OverdueBand.All.FirstOrDefault(band => band.Key == sides[0]) is not { } band)
                return new Problem($"'{Quoted.Short(sides[0])}' is no band of ages",
                    $"use {string.Join(", ", OverdueBand.All.Select(one => one.Key))}, each with a percentage: over-365=50")
                { Column = SettingName, Value = part };
            if (sides.Length < 2 || PerMille(sides[1]) is not { } rate)
                return new Problem($"'{Quoted.Short(part)}' has no percentage from 0 to 100 with at most one decimal",
                    $"write it like {band.Key}=12.5")
                { Column = SettingName, Value = part };
            rates = rates.SetItem(band, rate);
        }

        return new AllowanceTable(rates);
    }

    static int? PerMille(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var perCent)
            && perCent is >= 0 and <= 100 && decimal.Truncate(perCent * 10) == perCent * 10
            ? decimal.ToInt32(perCent * 10) : null;
}
