using FundLedger.Reports.Board;

namespace FundLedger.Reports.Workbooks;

/// <summary>What the figures mean: the notes of the Board's report, as plain lines.</summary>
static class NotesSheet
{
    internal static Sheet Of(BoardFacts facts) => new(facts.Say("sheet.notes"), null)
    {
        Lines = DonorWorkbook.Lines(facts, [.. BasisAnnex.Texts(facts).Select(Plain)]),
        FrozenColumns = 0,
    };

    static string Plain(string text) => text.Replace("**", "", StringComparison.Ordinal);
}
