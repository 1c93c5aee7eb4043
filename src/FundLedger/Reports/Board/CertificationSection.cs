namespace FundLedger.Reports.Board;

/// <summary>Places to sign. Who signs, only people know: no name is printed.</summary>
static class CertificationSection
{
    const string BoardOfTrustees = "Board of Trustees";

    internal static void Write(BoardFacts facts, BoardDraft draft)
    {
        draft.Add(new Heading(3, "", facts.Say("certification.heading")));
        var places = new List<Signature> { Place(facts, "certifying"), Place(facts, "approving") };
        if (facts.Funds.Any(fund => fund.Board.Contains(BoardOfTrustees, StringComparison.OrdinalIgnoreCase)))
            places.Add(Place(facts, "chair"));
        draft.Add(new Signatures([.. places]));
    }

    static Signature Place(BoardFacts facts, string who) =>
        new(facts.Say("certification." + who), null, facts.Say("certification." + who + "-text"));
}
