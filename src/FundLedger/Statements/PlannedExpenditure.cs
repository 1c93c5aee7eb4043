using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Money;

namespace FundLedger.Statements;

/// <summary>
/// What is planned to be spent from each fund in each year, as the ledger is set; the operating reserve is a share of it.
/// </summary>
public static class PlannedExpenditure
{
    /// <summary>The setting, as <c>VFTC:2026=22000000 UPR-P:2026=110000</c>.</summary>
    public const string SettingName = "expenditure.planned";

    public static Outcome<ImmutableDictionary<(string Fund, int Year), Amount>> Parse(string? setting)
    {
        var plans = ImmutableDictionary<(string Fund, int Year), Amount>.Empty;
        foreach (var part in (setting ?? "").Split([' ', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var sides = part.Split(['=', ':']);
            if (sides.Length != 3 || !int.TryParse(sides[1], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                || !AmountText.TryParse(sides[2], Currency.Usd, out var amount, out _) || amount.IsNegative)
                return new Problem($"'{Quoted.Short(part)}' is no plan of a fund and year", "write it like VFTC:2026=22000000, in US$")
                { Column = SettingName, Value = part };
            plans = plans.SetItem((sides[0].ToUpperInvariant(), year), amount);
        }

        return plans;
    }
}
