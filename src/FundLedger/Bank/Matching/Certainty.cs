using System.Collections.Immutable;

namespace FundLedger.Bank.Matching;

/// <summary>
/// The rule for what needs no person. It asks for proof of who paid and for an amount that what is owed explains, and it
/// refuses wherever a second reading is possible: better a hundred lines for a person than one wrong.
/// </summary>
static class Certainty
{
    /// <summary>Every doubt about the best proposal, in words; none when it is certain.</summary>
    public static ImmutableArray<string> Doubts(
        SoughtLine line, ImmutableArray<MatchProposal> proposals, Contest contest, MatchSettings settings)
    {
        if (proposals.IsEmpty) return ["nothing open goes with this line"];
        var best = proposals[0];
        var isNamed = IsExactlyNamed(line, best);
        var doubts = ImmutableArray.CreateBuilder<string>();
        if (best.Score < settings.Threshold)
            doubts.Add(FormattableString.Invariant($"the score {best.Score} is below {settings.Threshold}"));
        if (proposals.Length > 1 && best.Score - proposals[1].Score < settings.Margin)
            doubts.Add(FormattableString.Invariant($"the next proposal is only {best.Score - proposals[1].Score} points behind"));
        if (!line.Signs.Exists(sign => sign.Donor == best.Donor && sign.IsProof))
            doubts.Add("the payer is not known for sure");
        if (line.Signs.Exists(sign => sign.Donor != best.Donor))
            doubts.Add("something in the line points to another donor");
        if (best.Has(MatchSign.OtherReferenceNamed))
            doubts.Add("the text names a pledge that is not among these");
        if (!best.Explains)
            doubts.Add("the amount is not what is owed");
        else if (!isNamed && best.AmountSign is not (MatchSign.AmountEqual or MatchSign.AmountInstructed or MatchSign.AmountLessStatedCharge))
            doubts.Add("the amount is not simply what is owed, and the text does not name what is paid");
        if (AnotherReading(line, best, isNamed, settings) is { } other)
            doubts.Add("it could also be: " + other.Reason.Text);
        if (contest.Has(best))
            doubts.Add("another line would settle the same instalment");
        return doubts.ToImmutable();
    }

    // The text names the pledges that are paid, all of them, and no others.
    static bool IsExactlyNamed(SoughtLine line, MatchProposal best) =>
        !line.References.NamesAnother
        && best.Parts.Select(part => part.Instalment.Pledge).ToHashSet().SetEquals(line.References.Pledges);

    static AmountFit? AnotherReading(SoughtLine line, MatchProposal best, bool isNamed, MatchSettings settings)
    {
        var latest = line.Line.Booked.AddDays(settings.DaysWindow);
        var oldest = best.Parts[0].Instalment.Due ?? DateOnly.MaxValue;
        return line.Fits.Find(fit =>
        {
            var first = fit.Parts[0].Instalment;
            if (fit.Parts.SequenceEqual(best.Parts) || first.Donor != best.Donor) return false;
            // A named pledge rules out the others; among its own instalments only an older one can be meant instead.
            if (isNamed && !IsOfSamePledges(fit, best)) return false;
            if (IsWhole(fit)) return true;
            if (fit.Reason.Sign == MatchSign.MoreThanOwed) return false;
            return isNamed ? first.Due < oldest : (first.Due ?? line.Line.Booked) <= latest;
        });
    }

    static bool IsOfSamePledges(AmountFit fit, MatchProposal best) =>
        fit.Parts.Select(part => part.Instalment.Pledge).ToHashSet()
            .SetEquals(best.Parts.Select(part => part.Instalment.Pledge));

    static bool IsWhole(AmountFit fit) =>
        fit.Reason.Sign is not (MatchSign.PartOf or MatchSign.OldestFirst or MatchSign.MoreThanOwed);
}
