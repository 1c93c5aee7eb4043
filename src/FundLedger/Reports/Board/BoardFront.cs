using System.Collections.Immutable;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Board;

/// <summary>The front page, in the order of a Council document.</summary>
static class BoardFront
{
    internal static FrontPage Page(BoardFacts facts, FrontFacts given, ImmutableArray<string> summary)
    {
        var phrases = facts.Phrases;
        return new FrontPage(
            phrases["front.organization"], phrases["front.organ"], given.Distribution ?? "",
            given.DateLine ?? phrases.Figures.Day(DateOnly.FromDateTime(facts.Basis.AsKnownOn.UtcDateTime)),
            phrases["front.original"], phrases["front.body"], given.Session ?? "",
            given.AgendaItem ?? AgendaItem(facts),
            given.Title ?? Title(facts), given.Subtitle ?? facts.Say("front.subtitle"), phrases["front.summary"],
            summary)
        {
            Footnotes = given.Footnotes,
            JobNumber = given.JobNumber,
        };
    }

    static string Title(BoardFacts facts) =>
        facts.IsOne ? facts.Funds[0].NameIn(facts.Phrases.Language) : facts.Say("front.title.many");

    /// <summary>Only for funds whose item is known.</summary>
    static string AgendaItem(BoardFacts facts)
    {
        var key = "front.agenda." + facts.Funds[0].Code;
        return facts.IsOne && facts.Phrases.Has(key) ? facts.Phrases[key] : "";
    }
}
