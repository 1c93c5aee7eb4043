using System.Collections.Immutable;
using FundLedger.Reports.Board;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Workbooks;

/// <summary>
/// The workbook that goes to donors and auditors: the figures of a Board's report to the cent, with formulas that agree
/// and with each contribution and pledge behind them. A pure function of its material.
/// </summary>
public static class DonorWorkbook
{
    /// <summary>In English where there is no wording in the language asked for.</summary>
    public static Workbook Compose(BoardMaterial material)
    {
        var asked = Phrases.In(material.Language);
        var phrases = asked.IsRefused ? Phrases.English : asked.Value;
        var facts = new BoardFacts(material, phrases);
        return new Workbook(FaceOf(material, facts),
        [
            SummarySheet.Of(facts),
            DonorsSheet.Of(facts),
            ContributionsSheet.Of(facts),
            PledgesSheet.Of(facts),
            AgesSheet.Of(facts),
            StatementSheet.Of(facts),
            RatesSheet.Of(facts),
            NotesSheet.Of(facts),
        ]);
    }

    /// <summary>The line that every sheet begins with: the funds, and the day.</summary>
    internal static ImmutableArray<string> Lines(BoardFacts facts, params ReadOnlySpan<string> more) =>
    [
        facts.Say("workbook.line", ("funds", string.Join(", ", facts.Funds.Select(fund => fund.Code)))), .. more,
    ];

    static DocumentFace FaceOf(BoardMaterial material, BoardFacts facts)
    {
        var prefix = $"DW-{DocumentId.FundsOf(material)}-{FigureText.Year(material.Year)}";
        return new DocumentFace(
            DocumentId.Of(prefix, DocumentId.PartsOf(material)), facts.Say("workbook.title"), facts.Phrases.Language,
            material.Basis.AsAt, material.Basis.AsKnownOn, material.Basis.Entry, material.Basis.Seal)
        {
            Banner = material.Basis.Banner,
            Words = FrameWording.Of(facts.Phrases),
        };
    }
}
