using System.Collections.Immutable;
using FundLedger.Money;
using FundLedger.Rates;

namespace FundLedger.Bank.Matching;

/// <summary>
/// Proposes which instalments bank lines pay, with reasons. It decides nothing: a person, or the rule of
/// <see cref="LineMatch.IsCertain"/>, does. Equal input gives equal proposals in equal order.
/// </summary>
public sealed class Matcher
{
    const int MostProposals = 10;
    const int MostStrangers = 20;

    readonly MatchSettings _settings;
    readonly Dictionary<string, OpenInstalment[]> _byDonor;
    readonly Dictionary<Amount, OpenInstalment[]> _byAmount;
    readonly Dictionary<long, string> _donorOfPledge;
    readonly References _references;
    readonly Payers _payers;
    readonly Exchange _exchange;
    readonly AmountFits _fits;

    public Matcher(
        IEnumerable<OpenInstalment> open, IReadOnlyCollection<KnownPayer> payers, IEnumerable<DonorName> names,
        RateTable rates, MatchSettings settings)
    {
        var instalments = open
            .Where(instalment => instalment.Outstanding.IsPositive)
            .OrderBy(instalment => instalment.Due ?? DateOnly.MaxValue)
            .ThenBy(instalment => instalment.Pledge).ThenBy(instalment => instalment.Instalment)
            .ToArray();
        _settings = settings;
        _byDonor = instalments.GroupBy(one => one.Donor).ToDictionary(same => same.Key, same => same.ToArray());
        _byAmount = instalments.GroupBy(one => one.Outstanding).ToDictionary(same => same.Key, same => same.ToArray());
        _donorOfPledge = instalments.DistinctBy(one => one.Pledge).ToDictionary(one => one.Pledge, one => one.Donor);
        _references = new References(instalments);
        _payers = new Payers(payers, names);
        _exchange = new Exchange(rates);
        _fits = new AmountFits(_exchange, settings);
    }

    /// <summary>
    /// The proposals for each line, in the order of the lines. The lines are looked at together: several may make up
    /// one instalment, and two that would settle the same one make each other uncertain. Only booked credits that are
    /// no reversals have proposals.
    /// </summary>
    public ImmutableArray<LineMatch> Propose(IReadOnlyList<BankLine> lines)
    {
        var sought = lines.Select(Sought).ToList();
        LinesTogether.Add(sought, _byDonor, _settings);
        var ranked = sought.Select(line => (Line: line, Proposals: Rank(line))).ToList();
        var contested = Contest.Among(ranked.Select(line => line.Proposals));
        return [.. ranked.Select(line => new LineMatch(
            line.Line.Line, line.Proposals, Certainty.Doubts(line.Line, line.Proposals, contested, _settings)))];
    }

    SoughtLine Sought(BankLine line)
    {
        if (line.Status != LineStatus.Booked || line.IsReversal || !line.Amount.IsPositive)
            return new SoughtLine(line, [], ReferencesFound.None, []);
        var signs = _payers.Of(line);
        var references = _references.In(line);
        var fits = new List<AmountFit>();
        var donors = signs.Select(sign => sign.Donor)
            .Concat(references.Pledges.Select(pledge => _donorOfPledge[pledge])).Distinct().ToList();
        foreach (var donor in donors)
            if (_byDonor.TryGetValue(donor, out var instalments)) AddFits(fits, line, instalments, references);
        if (_byAmount.TryGetValue(line.Amount, out var equal))
            fits.AddRange(equal.Where(one => !donors.Contains(one.Donor)).Take(MostStrangers)
                .Select(instalment => _fits.One(line, instalment)!));
        return new SoughtLine(line, signs, references, fits);
    }

    void AddFits(List<AmountFit> fits, BankLine line, OpenInstalment[] instalments, ReferencesFound references)
    {
        fits.AddRange(instalments.Select(instalment => _fits.One(line, instalment)).OfType<AmountFit>());
        // Those that the payer names come first where there are too many to try all.
        var namedFirst = instalments.OrderBy(one => references.Pledges.Contains(one.Pledge) ? 0 : 1).ToList();
        var charge = _exchange.LargestCharge(line.Amount.Currency, line.Booked, _settings)
            ?? Amount.Zero(line.Amount.Currency);
        var groups = InstalmentSums.Between(namedFirst, one => one.Outstanding, line.Amount, line.Amount + charge);
        if (line.Original is { } original && original.Currency != line.Amount.Currency)
            groups.AddRange(InstalmentSums.Between(namedFirst, one => one.Outstanding, original, original));
        groups.AddRange(Prefixes(instalments, line.Amount));
        fits.AddRange(groups.Select(group => _fits.Several(line, group)).OfType<AmountFit>());
        if (AmountFits.OldestFirst(line, instalments) is { } oldest) fits.Add(oldest);
    }

    // More than four at once are tried only from the oldest on.
    static IEnumerable<List<OpenInstalment>> Prefixes(OpenInstalment[] instalments, Amount amount)
    {
        var prefix = new List<OpenInstalment>();
        Int128 sum = 0;
        foreach (var instalment in instalments.Where(one => one.Outstanding.Currency == amount.Currency))
        {
            prefix.Add(instalment);
            sum += instalment.Outstanding.MinorUnits;
            if (sum > amount.MinorUnits) yield break;
            if (sum == amount.MinorUnits && prefix.Count > 1) yield return [.. prefix];
        }
    }

    ImmutableArray<MatchProposal> Rank(SoughtLine line) =>
        [.. line.Fits
            .GroupBy(fit => fit.Identity)
            .Select(same => Scoring.Of(line, same.MaxBy(fit => fit.Reason.Points)!, _settings))
            .OrderByDescending(proposal => proposal.Score)
            .ThenBy(proposal => proposal.Parts.Length)
            .ThenBy(proposal => proposal.Parts.Max(part => part.Instalment.Due ?? DateOnly.MaxValue))
            .ThenBy(proposal => proposal.Parts[0].Instalment.Pledge)
            .ThenBy(proposal => proposal.Parts[0].Instalment.Instalment)
            .Take(MostProposals)];
}

/// <summary>A line with all that was found for it before it is weighed.</summary>
sealed record SoughtLine(BankLine Line, List<PayerSign> Signs, ReferencesFound References, List<AmountFit> Fits);
