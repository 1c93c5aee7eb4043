using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Reports.Board;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Donors;

/// <summary>
/// Who gave in a year for the first time, came back, stayed away or never gave; by regional group; least developed countries
/// and small island developing States; concentration. Of one fund, or of all with each of them beside the whole.
/// </summary>
public static class DonorBaseReport
{
    public static Outcome<ComposedReport> Compose(BoardMaterial material) => Phrases.In(material.Language).Then(phrases =>
    {
        var facts = new BoardFacts(material, phrases);
        ImmutableArray<Block> blocks = [.. Blocks(facts)];
        ImmutableArray<Table> tables = [.. blocks.OfType<TableBlock>().Select(block => block.Table)];
        var problems = ReportChecks.Of(tables, []);
        if (!problems.IsEmpty) return (Outcome<ComposedReport>)new Refusal(problems);
        var id = DocumentId.Of($"DB-{DocumentId.FundsOf(material)}-{FigureText.Year(material.Year)}", DocumentId.PartsOf(material));
        var face = FrameWording.FaceOf(id, facts.Say("base.title"), material.Basis, phrases);
        return new ComposedReport(new Document(face, blocks), new Workbook(face,
            [.. tables.Select(table => new Sheet(table.Title,
                table) { Lines = [facts.Say("workbook.line", ("funds", Codes(facts)))] })]));
    });

    static IEnumerable<Block> Blocks(BoardFacts facts)
    {
        foreach (var text in DonorBaseSection.Paragraphs(facts)) yield return new Paragraph(text);
        if (facts.Base.FirstYear is null) yield break;
        yield return new TableBlock(GivingTable.Of(facts));
        yield return new TableBlock(DonorBaseSection.Names(facts));
        foreach (var text in RegionTable.Paragraphs(facts)) yield return new Paragraph(text);
        yield return new TableBlock(RegionTable.Of(facts));
        yield return new ChartBlock(RegionTable.Picture(facts));
        foreach (var text in LdcTable.Paragraphs(facts)) yield return new Paragraph(text);
        if (LdcTable.Donors(facts).Length > 0) yield return new TableBlock(LdcTable.Of(facts));
        foreach (var text in ConcentrationTable.Paragraphs(facts)) yield return new Paragraph(text);
        if (facts.Base.Gave.Length > 0) yield return new TableBlock(ConcentrationTable.Of(facts));
        yield return new TableBlock(DonorBaseSection.Never(facts));
    }

    static string Codes(BoardFacts facts) => string.Join(", ", facts.Funds.Select(fund => fund.Code));
}
