using System.Collections.Immutable;

namespace FundLedger.Bank.Matching;

/// <summary>The instalments that the best proposals of several lines would settle to more than what is owed.</summary>
sealed class Contest
{
    readonly HashSet<(long Pledge, int Instalment)> _contested = [];

    public static Contest Among(IEnumerable<ImmutableArray<MatchProposal>> lines)
    {
        var settled = new Dictionary<(long, int), Int128>();
        var contest = new Contest();
        foreach (var part in lines.Where(proposals => !proposals.IsEmpty).SelectMany(proposals => proposals[0].Parts))
        {
            var place = (part.Instalment.Pledge, part.Instalment.Instalment);
            var sum = settled[place] = settled.GetValueOrDefault(place) + part.Settles.MinorUnits;
            if (sum > part.Instalment.Outstanding.MinorUnits) contest._contested.Add(place);
        }

        return contest;
    }

    public bool Has(MatchProposal proposal) =>
        proposal.Parts.Any(part => _contested.Contains((part.Instalment.Pledge, part.Instalment.Instalment)));
}
