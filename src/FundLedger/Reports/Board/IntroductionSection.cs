namespace FundLedger.Reports.Board;

/// <summary>Where the funds come from, and what the report answers to.</summary>
static class IntroductionSection
{
    internal static void Write(BoardFacts facts, BoardDraft draft)
    {
        draft.Section("introduction");
        draft.Part(facts.Say("introduction.background"));
        draft.Paragraphs("background", facts.Funds.Select(fund => Background(facts, fund)));
        draft.Part(facts.Say("introduction.mandate"));
        var basis = facts.Say("mandate.basis",
            ("known", facts.Phrases.Figures.Moment(facts.Basis.AsKnownOn)),
            ("entry", facts.Phrases.Figures.Whole(facts.Basis.Entry)));
        draft.Paragraphs("mandate", facts.Say("mandate.resolution"),
            facts.IsYearEnd ? basis : $"{basis} {facts.Say("mandate.part")}");
    }

    static string Background(BoardFacts facts, Funds.Fund fund)
    {
        var name = ("name", fund.NameIn(facts.Phrases.Language));
        var text = fund.Basis.Length > 0
            ? facts.Say("background.basis", name, ("basis", fund.Basis))
            : facts.Say("background.name", name);
        return fund.Board.Length > 0 ? $"{text} {facts.Say("background.board", ("board", fund.Board))}" : text;
    }
}
