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
            var asked = new ContributionFilter { Fund = only, From = from, To = end };
            // The lists take as long as the figures, and are of the same knowledge whenever they are read.
            var lines = ledger.Beside(other => (
                other.ContributionLines.Largest(asked, known, most).ToImmutableArray(),
                other.ContributionLines.Count(asked, known), PledgesOf(other, asked, known, most)));
            var figures = ledger.Figures.Read(asAt, known, only);
            var (contributions, count, pledges) = lines.GetAwaiter().GetResult();
            return new BoardMaterial(
                ledger.Basis(asAt, known), year, funds, figures, standing.Donors,
                [.. funds.SelectMany(one => ledger.Statements.Read(one.Code, year, known.Entry))])
            {
                Contributions = contributions,
                ContributionCount = count,
                Pledges = pledges,
                Planned = PlannedExpenditure.Parse(standing.Setting(PlannedExpenditure.SettingName)).Value
                    .Where(plan => plan.Key.Year == year && codes.Contains(plan.Key.Fund))
                    .ToImmutableDictionary(plan => plan.Key.Fund, plan => plan.Value),
                Closing = ledger.Closing.Of(year, known)?.Findings ?? [],
            };
        });
    }

    /// <summary>The largest pledges that are open at the end of the time asked about, and of those made in it.</summary>
    static ImmutableArray<PledgeLine> PledgesOf(Ledger ledger, ContributionFilter asked, Knowledge known, int most)
    {
        var made = new PledgeFilter { Fund = asked.Fund, From = asked.From, To = asked.To, Take = most };
        return [.. ledger.PledgeLines.LargestOpen(asked.Fund, asked.To, known, most)
            .UnionBy(ledger.PledgeLines.Largest(made, asked.To, known), line => line.Entry)
            .OrderBy(line => line.Fund, StringComparer.Ordinal).ThenBy(line => line.Donor, StringComparer.Ordinal)
            .ThenBy(line => line.Date).ThenBy(line => line.Entry)];
    }

    /// <summary>The fund asked for; all where none is named.</summary>
    internal static Outcome<ImmutableArray<Fund>> FundsOf(StandingData standing, string? fund) => fund is null
        ? standing.Funds.All
        : standing.Funds.Find(fund).Then<ImmutableArray<Fund>>(one => ImmutableArray.Create(one));
}
