namespace FundLedger.Reports.Board;

/// <summary>
/// What only people can write: what the Fund did, the year's theme, and conclusions. Each is there when it is written.
/// </summary>
static class WordedSections
{
    static readonly string[] Keys = ["activities", "theme", "conclusions"];

    internal static void Write(BoardFacts facts, BoardDraft draft)
    {
        foreach (var key in Keys.Where(draft.IsWorded))
        {
            draft.Section(key);
            draft.Paragraphs(key);
        }
    }
}
