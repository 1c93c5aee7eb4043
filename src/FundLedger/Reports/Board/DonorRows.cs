using System.Collections.Immutable;
using FundLedger.Donors;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Board;

/// <summary>Rows of donors in the groups of the donor schedules, with subtotals and a total.</summary>
static class DonorRows
{
    /// <summary>Donors with nothing in any column are left out; one group alone needs no heading.</summary>
    /// <param name="roll">What donors are called and where they belong.</param>
    /// <param name="phrases">The language.</param>
    /// <param name="codes">The donors, in any order.</param>
    /// <param name="amounts">The figures of a donor, one a column after the first.</param>
    /// <param name="total">The totals, worked out without adding up the rows, so that the two can be compared.</param>
    internal static ImmutableArray<Row> Of(
        DonorRoll roll, Phrases phrases, IEnumerable<string> codes, Func<string, ImmutableArray<Amount>> amounts,
        ImmutableArray<Amount> total)
    {
        var groups = DonorRoll.InOrder(codes.Distinct().Select(code => roll[code]))
            .Select(donor => (Donor: donor, Amounts: amounts(donor.Code)))
            .Where(row => row.Amounts.Any(amount => !amount.IsZero))
            .GroupBy(row => row.Donor.Group)
            .ToArray();
        var rows = ImmutableArray.CreateBuilder<Row>();
        foreach (var group in groups)
        {
            var name = NameOf(group.Key, phrases);
            if (groups.Length > 1) rows.Add(new Row(RowKind.Group, [name]));
            foreach (var (donor, figures) in group) rows.Add(RowOf(RowKind.Detail, NameOf(donor, phrases), figures));
            if (groups.Length > 1)
                rows.Add(RowOf(RowKind.Subtotal, phrases.Say("row.subtotal", ("what", name)),
                    [.. Enumerable.Range(0, total.Length).Select(i => Sum(group.Select(row => row.Amounts[i])))]));
        }

        rows.Add(RowOf(RowKind.Total, phrases["row.total"], total));
        return rows.ToImmutable();
    }

    internal static string NameOf(DonorGroup group, Phrases phrases) => phrases["group." + Word.Of(group)];

    internal static string NameOf(DonorOnDay donor, Phrases phrases) =>
        donor.Name.Length > 0 ? donor.Name : phrases["donor.none"];

    internal static Amount Sum(IEnumerable<Amount> amounts) =>
        amounts.Aggregate(Amount.Usd(0), (sum, amount) => sum + amount);

    static Row RowOf(RowKind kind, string label, ImmutableArray<Amount> amounts) =>
        new(kind, [label, .. amounts.Select(amount => (Cell)amount)]);
}
