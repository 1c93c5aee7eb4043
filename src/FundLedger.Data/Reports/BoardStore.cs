using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Journal;
using FundLedger.Funds;
using FundLedger.Journal;
using FundLedger.Reports;
using FundLedger.Statements;

namespace FundLedger.Data.Reports;

/// <summary>Reads what the Boards' reports and the donor workbook are made from.</summary>
public sealed class BoardStore(Ledger ledger)
{
    /// <summary>
    /// The material for one fund, or for all where none is named: figures up to the day, and the largest contributions
    /// and pledges of the year, at most so many.
    /// </summary>
    public Outcome<BoardMaterial> Read(
        string? fund, int year, DateOnly asAt, Knowledge known, int most = BoardMaterial.MostContributions)
    {
        var standing = ledger.StandingAt(known);
        return FundsOf(standing, fund).Then<BoardMaterial>(funds =>
        {
            var only = funds.Length == 1 ? funds[0].Code : null;
            var codes = funds.Select(one => one.Code).ToHashSet(StringComparer.Ordinal);
            var from = new DateOnly(year, 1, 1);
            var end = new DateOnly(year, 12, 31) < asAt ? new DateOnly(year, 12, 31) : asAt;
            var contributions = new ContributionFilter { Fund = only, From = from, To = end };
            var made = new PledgeFilter { Fund = only, From = from, To = end, Take = most };
            return new BoardMaterial(
                ledger.Basis(asAt, known), year, funds,
                ledger.Figures.Read(asAt, known, only), standing.Donors,
                [.. funds.SelectMany(one => ledger.Statements.Read(one.Code, year, known.Entry))])
            {
                Contributions = [.. ledger.ContributionLines.Largest(contributions, known, most)],
                ContributionCount = ledger.ContributionLines.Count(contributions, known),
                Pledges = [.. ledger.PledgeLines.LargestOpen(only, end, known, most)
                    .UnionBy(ledger.PledgeLines.Largest(made, end, known), line => line.Entry)
                    .OrderBy(line => line.Fund, StringComparer.Ordinal).ThenBy(line => line.Donor, StringComparer.Ordinal)
                    .ThenBy(line => line.Date).ThenBy(line => line.Entry)],
                Planned = PlannedExpenditure.Parse(standing.Setting(PlannedExpenditure.SettingName)).Value
                    .Where(plan => plan.Key.Year == year && codes.Contains(plan.Key.Fund))
                    .ToImmutableDictionary(plan => plan.Key.Fund, plan => plan.Value),
                Closing = ledger.Closing.Of(year, known)?.Findings ?? [],
            };
        });
    }

    /// <summary>The fund asked for; all where none is named.</summary>
    internal static Outcome<ImmutableArray<Fund>> FundsOf(StandingData standing, string? fund) => fund is null
        ? standing.Funds.All
        : standing.Funds.Find(fund).Then<ImmutableArray<Fund>>(one => ImmutableArray.Create(one));
}
