using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Money;

namespace FundLedger.Statements;

/// <summary>
/// Programme support costs: a rate on expenditure, never on contributions. The products of all lines are added exactly and
/// the sum is rounded once, half up to the cent, so that many small lines cost no more than one.
/// </summary>
public static class SupportCosts
{
    /// <summary>The setting with the rates that single agreements have, as <c>NOR-2022=7 DEU-2024=0</c>.</summary>
    public const string AgreementsSetting = "support-costs.agreements";

    /// <summary>Finance systems state whole dollars: less than this is no difference.</summary>
    public static Amount Tolerance { get; } = Amount.Usd(100);

    const int Whole = 10_000;

    /// <summary>The costs on expenditure, each amount with its rate in hundredths of a per cent.</summary>
    public static Amount On(IEnumerable<(Amount Usd, int Rate)> expenditure)
    {
        var exact = Int128.Zero;
        foreach (var (usd, rate) in expenditure) exact += (Int128)usd.MinorUnits * rate;
        return Amount.Usd(Rounding.HalfAwayFromZero(exact, Whole));
    }

    /// <summary>The rates of agreements by their reference, in hundredths of a per cent.</summary>
    public static Outcome<ImmutableDictionary<string, int>> Agreements(string? setting)
    {
        var rates = ImmutableDictionary.Create<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in (setting ?? "").Split([' ', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.LastIndexOf('=');
            if (equals < 1 || Rate(part[(equals + 1)..]) is not { } rate)
                return new Problem($"'{Quoted.Short(part)}' is no agreement with its rate", "write it like NOR-2022=7, in per cent")
                { Column = AgreementsSetting, Value = part };
            rates = rates.SetItem(part[..equals], rate);
        }

        return rates;
    }

    /// <summary>A percentage as hundredths of a per cent; none where it cannot be read.</summary>
    public static int? Rate(string perCent) =>
        decimal.TryParse(perCent, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)
            && rate is >= 0 and <= 100 && decimal.Truncate(rate * 100) == rate * 100
            ? decimal.ToInt32(rate * 100) : null;
}
