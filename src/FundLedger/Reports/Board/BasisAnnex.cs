namespace FundLedger.Reports.Board;

/// <summary>What the figures mean and how they were made.</summary>
static class BasisAnnex
{
    static readonly string[] Notes =
    [
        "rungs", "received", "unallocated", "recognized", "rates", "revaluation", "rounding", "reversals", "groups",
        "statement", "known", "seal",
    ];

    internal static void Write(BoardFacts facts, BoardDraft draft)
    {
        draft.Annex(facts.Say("annex.basis"));
        draft.Add(new NumberedNotes(facts.Say("basis.title"), [.. draft.Texts("basis", Texts(facts))]));
    }

    internal static IEnumerable<string> Texts(BoardFacts facts) => Notes.Select(note => facts.Say("basis." + note,
        ("known", facts.Phrases.Figures.Moment(facts.Basis.AsKnownOn)),
        ("entry", facts.Phrases.Figures.Whole(facts.Basis.Entry)), ("seal", facts.Basis.Seal)));
}
