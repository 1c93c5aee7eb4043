using System.Collections.Immutable;

namespace FundLedger.Bank.Matching;

/// <summary>
/// Adds up what speaks for a proposal: the amount gives up to 30 points, the payer 35, the reference 30, the date 5.
/// </summary>
static class Scoring
{
    public static MatchProposal Of(SoughtLine line, AmountFit fit, MatchSettings settings)
    {
        var reasons = ImmutableArray.CreateBuilder<MatchReason>();
        reasons.Add(fit.Reason);
        AddReference(reasons, line.References, fit);
        AddPayer(reasons, line.Signs, fit.Parts[0].Instalment.Donor);
        AddDays(reasons, line.Line, fit.Parts[0].Instalment.Due, settings);
        return new MatchProposal(line.Line, fit.Parts, reasons.Sum(reason => reason.Points), reasons.ToImmutable())
        {
            Charge = fit.Charge,
            ExchangeDifference = fit.ExchangeDifference,
            Unallocated = fit.Unallocated,
            Together = fit.Together,
        };
    }

    static void AddReference(ImmutableArray<MatchReason>.Builder reasons, ReferencesFound references, AmountFit fit)
    {
        var paid = fit.Parts.Select(part => part.Instalment.Pledge).ToHashSet();
        var named = fit.Parts.Where(part => references.Pledges.Contains(part.Instalment.Pledge))
            .Select(part => part.Instalment.PledgeReference).Distinct().ToList();
        var isWhole = paid.SetEquals(references.Pledges);
        if (named.Count > 0)
            reasons.Add(new MatchReason(MatchSign.ReferenceNamed, isWhole ? 30 : 18,
                "the text names " + string.Join(", ", named)));
        if (references.NamesAnother || (references.Any && !isWhole))
            reasons.Add(new MatchReason(MatchSign.OtherReferenceNamed, named.Count > 0 ? 0 : -15,
                "the text names a pledge that is not among these"));
    }

    // Signs of one donor confirm each other; only the strongest counts in full.
    static void AddPayer(ImmutableArray<MatchReason>.Builder reasons, List<PayerSign> signs, string donor)
    {
        var points = 0;
        foreach (var sign in signs.Where(sign => sign.Donor == donor).OrderByDescending(sign => sign.Points))
        {
            var counted = Math.Min(sign.Points, 35 - points);
            points += counted;
            reasons.Add(new MatchReason(sign.Sign, counted, sign.Text));
        }
    }

    static void AddDays(
        ImmutableArray<MatchReason>.Builder reasons, BankLine line, DateOnly? due, MatchSettings settings)
    {
        if (due is not { } day) return;
        var apart = line.Booked.DayNumber - day.DayNumber;
        var points = Math.Abs(apart) switch
        {
            <= 7 => 5,
            <= 31 => 4,
            <= 92 => 2,
            var far => far <= settings.DaysWindow ? 1 : 0,
        };
        var text = apart switch
        {
            0 => "paid on the day it is due",
            < 0 => FormattableString.Invariant($"{-apart} days before it is due"),
            > 0 => FormattableString.Invariant($"{apart} days after it was due"),
        };
        reasons.Add(new MatchReason(MatchSign.DaysApart, points, text));
    }
}
