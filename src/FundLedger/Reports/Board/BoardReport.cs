using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Board;

/// <summary>A part of the report. It says what it has to say, or in words that there is nothing to say.</summary>
delegate void SectionWriter(BoardFacts facts, BoardDraft draft);

/// <summary>
/// The report that a Board of Trustees presents to the Human Rights Council each March: of one fund, or of several
/// together. It is a pure function of its material; figures that do not agree are a problem, and no report.
/// </summary>
public static class BoardReport
{
    /// <summary>The sections in their order; a section is added by adding its file and its name here.</summary>
    static readonly ImmutableArray<SectionWriter> Sections =
    [
        IntroductionSection.Write,
        OverviewSection.Write,
        FinanceSection.Write,
        ContributionsSection.Write,
        TrendSection.Write,
        DonorBaseSection.Write,
        OutstandingSection.Write,
        FundsSection.Write,
        WordedSections.Write,
        ScheduleAnnex.Write,
        ContributionsAnnex.Write,
        PledgesAnnex.Write,
        BasisAnnex.Write,
        CertificationSection.Write,
    ];

    public static Outcome<Document> Compose(BoardMaterial material)
    {
        if (material.Funds.IsEmpty)
            return new Problem("the report is of no fund", "name a fund, or 'all'") { Column = "fund" };
        if (material.Basis.AsAt.Year < material.Year)
            return new Problem(
                $"{material.Basis.AsAt:yyyy-MM-dd} is before the year {FigureText.Year(material.Year)} begins",
                "give a day in the year or after it, or report on an earlier year")
            { Column = "as-at" };
        return Phrases.In(material.Language).Then(phrases => Compose(material, phrases));
    }

    static Outcome<Document> Compose(BoardMaterial material, Phrases phrases)
    {
        var facts = new BoardFacts(material, phrases);
        var draft = new BoardDraft(phrases, material.Wording);
        var front = BoardFront.Page(facts, material.Front,
            [.. draft.Texts("summary", OverviewSection.Paragraphs(facts))]);
        draft.Add(new Contents());
        draft.Add(new PageBreak());
        foreach (var write in Sections) write(facts, draft);
        var problems = draft.Problems();
        if (!problems.IsEmpty) return new Refusal(problems);
        return new Document(FaceOf(material, facts, front), draft.Blocks) { Front = front };
    }

    static DocumentFace FaceOf(BoardMaterial material, BoardFacts facts, FrontPage front)
    {
        var id = DocumentId.Of(
            $"BR-{DocumentId.FundsOf(material)}-{FigureText.Year(material.Year)}", DocumentId.PartsOf(material));
        return new DocumentFace(id, front.Title, material.Language, material.Basis.AsAt, material.Basis.AsKnownOn,
            material.Basis.Entry, material.Basis.Seal)
        {
            Symbol = material.Front.Symbol,
            Banner = material.Basis.Banner,
            Issuer = front.Subtitle,
            Words = FrameWording.Of(facts.Phrases),
        };
    }
}
