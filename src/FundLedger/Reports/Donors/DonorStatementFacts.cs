using System.Collections.Immutable;
using FundLedger.Money;
using FundLedger.Pledges;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Donors;

/// <summary>What the parts of a donor's statement ask of its material.</summary>
sealed class DonorStatementFacts
{
    internal DonorStatementFacts(DonorStatementMaterial material, Phrases phrases)
    {
        (Material, Phrases) = (material, phrases);
        Name = material.Donor.NameOn(Day, phrases.Language);
        Period = material.Figures.Where(figure => figure.Year >= material.From && figure.Year <= material.To).Total();
        Balance = material.Figures.Total();
        Pledges =
        [
            .. material.Pledges.Where(line => line.Date.Year >= material.From || !line.Outstanding.IsZero || !line.OutstandingUsd.IsZero)
                .OrderBy(line => line.Date).ThenBy(line => line.Entry),
        ];
        Payments =
        [
            .. material.Contributions.Where(line => line.Date.Year >= material.From && line.Date.Year <= material.To)
                .OrderBy(line => line.Date).ThenBy(line => line.Entry),
        ];
    }

    internal DonorStatementMaterial Material { get; }

    internal Phrases Phrases { get; }

    internal DateOnly Day => Material.Basis.AsAt;

    internal string Name { get; }

    /// <summary>What moved in the period.</summary>
    internal Position Period { get; }

    /// <summary>Where the donor stands at the day.</summary>
    internal Position Balance { get; }

    internal ImmutableArray<PledgeLine> Pledges { get; }

    internal ImmutableArray<ContributionLine> Payments { get; }

    internal static Amount Net(Position position) => position.Received - position.Refunded;

    internal string Dollars(Amount usd) => Phrases.Figures.Dollars(usd);

    internal string Say(string key, params ReadOnlySpan<(string Name, string Value)> values) => Phrases.Say(key,
    [
        .. values, ("day", Phrases.Figures.Day(Day)), ("from", FigureText.Year(Material.From)), ("to", FigureText.Year(Material.To)),
    ]);
}
