using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Reference;

namespace FundLedger.Funds;

/// <summary>The funds that a new ledger starts with: <c>data/funds.csv</c>.</summary>
public static class FundReference
{
    public static ImmutableArray<Fund> Funds { get; } = [.. ReferenceTable.Read("funds.csv").Select(Read)];

    static Fund Read(ReferenceRow row) => new(row["code"], row["name"])
    {
        ShortName = row["short_name"],
        NameFr = row["name_fr"],
        NameEs = row["name_es"],
        Aliases = row["aliases"],
        Basis = row["basis"],
        Board = row["board"],
        Channel = row["channel"],
        SupportCostRate = Hundredths(row["support_cost_rate"]),
        ReserveRate = Hundredths(row["reserve_rate"]),
    };

    static int Hundredths(string perCent) =>
        decimal.ToInt32(decimal.Parse(perCent, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * 100);
}
