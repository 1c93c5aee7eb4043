using FundLedger.Reports.Wording;

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
        draft.Add(new NumberedNotes(facts.Say("basis.title"), [.. draft.Texts("basis", Texts(facts)), .. ClosingTexts(facts)]));
    }

    /// <summary>What was found when the year was closed, and its explanation: staff cannot word it away.</summary>
    static IEnumerable<string> ClosingTexts(BoardFacts facts) => facts.Closing.Select(finding => facts.Say("basis.closing",
        ("year", FigureText.Year(facts.Year)), ("found", finding.Text()), ("explanation", finding.Explanation ?? "")));

    internal static IEnumerable<string> Texts(BoardFacts facts) => Notes.Select(note => facts.Say("basis." + note,
        ("known", facts.Phrases.Figures.Moment(facts.Basis.AsKnownOn)),
        ("entry", facts.Phrases.Figures.Whole(facts.Basis.Entry)), ("seal", facts.Basis.Seal)));
}
