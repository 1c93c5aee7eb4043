namespace FundLedger.Reports.Board;

/// <summary>In a combined report: each fund by itself, in short.</summary>
static class FundsSection
{
    internal static void Write(BoardFacts facts, BoardDraft draft)
    {
        if (facts.IsOne) return;
        draft.Section("funds");
        foreach (var fund in facts.Each)
        {
            draft.Part(fund.Funds[0].NameIn(facts.Phrases.Language));
            draft.Add(OverviewSection.KeyFigures(fund));
            draft.Paragraphs("funds." + fund.Funds[0].Code, OverviewSection.Paragraphs(fund));
        }
    }
}
