using System.Collections.Immutable;

namespace FundLedger.Bank.Matching;

/// <summary>
/// The instalments that the best proposals of several lines would settle to more than what is owed. A line that only
/// has the same amount, from nobody known and with no reference, contests nothing.
/// </summary>
sealed class Contest
{
    readonly HashSet<(long Pledge, int Instalment)> _contested = [];

    public static Contest Among(IEnumerable<ImmutableArray<MatchProposal>> lines)
    {
        var settled = new Dictionary<(long, int), Int128>();
        var contest = new Contest();
        var best = lines.Where(proposals => !proposals.IsEmpty).Select(proposals => proposals[0]);
        foreach (var part in best.Where(IsFounded).SelectMany(proposal => proposal.Parts))
        {
            var place = (part.Instalment.Pledge, part.Instalment.Instalment);
            var sum = settled[place] = settled.GetValueOrDefault(place) + part.Settles.MinorUnits;
            if (sum > part.Instalment.Outstanding.MinorUnits) contest._contested.Add(place);
        }

        return contest;
    }

    static bool IsFounded(MatchProposal proposal) => proposal.Reasons.Any(reason => reason.Sign is
        MatchSign.ReferenceNamed or MatchSign.PayerAccountKnown or MatchSign.PayerNameKnown
        or MatchSign.PayerNameSimilar or MatchSign.PayerNamedInText);

    public bool Has(MatchProposal proposal) =>
        proposal.Parts.Any(part => _contested.Contains((part.Instalment.Pledge, part.Instalment.Instalment)));
}
