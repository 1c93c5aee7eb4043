using System.Collections.Immutable;

namespace FundLedger.Bank.Matching;

/// <summary>
/// The rule for what needs no person. It asks for proof of who paid and for an amount that what is owed explains, and
/// it refuses wherever a second reading is possible: better a hundred lines for a person than one wrong.
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
            doubts.Add(FormattableString.Invariant(
                $"the next proposal is only {best.Score - proposals[1].Score} points behind"));
        if (!line.Signs.Exists(sign => sign.Donor == best.Donor && sign.IsProof))
            doubts.Add("the payer is not known for sure");
        if (PointsElsewhere(line, best.Donor))
            doubts.Add("something in the line points to another donor");
        if (best.Has(MatchSign.OtherReferenceNamed))
            doubts.Add("the text names a pledge that is not among these");
        if (!best.Explains)
            doubts.Add("the amount is not what is owed");
        else if (!isNamed && !IsSimple(best.AmountSign))
            doubts.Add("the amount is not simply what is owed, and the text does not name what is paid");
        if (AnotherReading(line, best, isNamed, settings) is { } other)
            doubts.Add("it could also be: " + other.Reason.Text);
        if (contest.Has(best))
            doubts.Add("another line would settle the same instalment");
        return doubts.ToImmutable();
    }

    static bool IsSimple(MatchSign sign) =>
        sign is MatchSign.AmountEqual or MatchSign.AmountInstructed or MatchSign.AmountLessStatedCharge;

    // A name that several donors share, this one among them, points to no other; any sign that passes it by does.
    static bool PointsElsewhere(SoughtLine line, string donor) =>
        line.Signs.GroupBy(sign => sign.Sign).Any(same => same.All(sign => sign.Donor != donor));

    // The text names the pledges that are paid, all of them, and no others.
    static bool IsExactlyNamed(SoughtLine line, MatchProposal best) =>
        !line.References.NamesAnother
        && best.Parts.Select(part => part.Instalment.Pledge).ToHashSet().SetEquals(line.References.Pledges);

    // A named pledge rules out the others, but not another of its own instalments. What falls due long after the
    // payment is not meant by a part of it.
    static AmountFit? AnotherReading(SoughtLine line, MatchProposal best, bool isNamed, MatchSettings settings)
    {
        var latest = line.Line.Booked.AddDays(settings.DaysWindow);
        return line.Fits.Find(fit =>
            fit.Parts[0].Instalment.Donor == best.Donor
            && !fit.Parts.SequenceEqual(best.Parts)
            && (!isNamed || IsOfSamePledges(fit, best))
            && fit.Reason.Sign != MatchSign.MoreThanOwed
            && (IsWhole(fit) || !(fit.Parts[0].Instalment.Due > latest)));
    }

    static bool IsOfSamePledges(AmountFit fit, MatchProposal best) =>
        fit.Parts.Select(part => part.Instalment.Pledge).ToHashSet()
            .SetEquals(best.Parts.Select(part => part.Instalment.Pledge));

    static bool IsWhole(AmountFit fit) =>
        fit.Reason.Sign is not (MatchSign.PartOf or MatchSign.OldestFirst or MatchSign.MoreThanOwed);
}
