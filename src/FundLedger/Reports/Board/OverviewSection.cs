using System.Collections.Immutable;
using FundLedger.Money;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Board;

/// <summary>The year in a few large figures and a few sentences.</summary>
static class OverviewSection
{
    internal static void Write(BoardFacts facts, BoardDraft draft)
    {
        draft.Section("overview");
        draft.Add(KeyFigures(facts));
        draft.Paragraphs("overview", Paragraphs(facts));
        if (!facts.IsOne && !facts.IsEmpty) draft.Unnumbered(FundTable.Of(facts));
    }

    internal static KeyFigures KeyFigures(BoardFacts facts)
    {
        var (now, before) = (facts.Of(facts.Year).Received, facts.Of(facts.Year - 1).Received);
        var overdue = Ageing.Of(facts.Sums, facts.Year, _ => true).Overdue;
        var news = facts.Base[Giving.FirstTime].Length;
        return new KeyFigures(
        [
            new KeyFigure(facts.Say("key.received"), facts.Dollars(now), Change(facts, now, before), "received"),
            new KeyFigure(facts.Say("key.outstanding"), facts.Dollars(facts.Total.Outstanding),
                overdue.IsZero || !facts.IsYearEnd ? null
                    : facts.Say("key.overdue", ("overdue", facts.Dollars(overdue))),
                "outstanding"),
            new KeyFigure(facts.Say("key.donors"), facts.Phrases.Figures.Whole(facts.Base.Gave.Length),
                news == 0 || facts.Base.FirstYear == facts.Year ? null
                    : facts.Say("key.first", ("count", facts.Number(news)))),
            new KeyFigure(facts.Say("key.balance"), facts.Dollars(facts.Statement.Closing),
                facts.Say("key.opening", ("opening", facts.Dollars(facts.Statement.Opening)))),
        ]);
    }

    /// <summary>The year in sentences; they also stand on the front page.</summary>
    internal static ImmutableArray<string> Paragraphs(BoardFacts facts) =>
    [
        .. new[]
        {
            Join(ContributionWords.Received(facts), ContributionWords.Details(facts)),
            Join(PledgeWords.Made(facts), PledgeWords.Outstanding(facts), PledgeWords.Announced(facts)),
            StatementWords.Balance(facts),
        }.Where(text => text.Length > 0),
    ];

    static string Join(params IEnumerable<string> sentences) =>
        string.Join(' ', sentences.Where(sentence => sentence.Length > 0));

    static string? Change(BoardFacts facts, Amount now, Amount before)
    {
        if (!before.IsPositive || now.IsNegative || !facts.IsYearEnd) return null;
        var change = FigureText.PerMille(now - before, before);
        if (Math.Abs(change) > ContributionWords.LargestChange) return null;
        var sign = change > 0 ? "+" : change < 0 ? "−" : "±";
        return facts.Say("key.change", ("change", sign + facts.Phrases.Figures.ShortPercent(Math.Abs(change))));
    }
}
