using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Board;

/// <summary>What was received, in sentences.</summary>
static class ContributionWords
{
    /// <summary>A change of more than this, in tenths of a per cent, says less than the two amounts.</summary>
    internal const long LargestChange = 5000;

    /// <summary>How many donors gave how much, against the year before.</summary>
    internal static string Received(BoardFacts facts)
    {
        var (now, before) = (facts.Of(facts.Year).Received, facts.Of(facts.Year - 1).Received);
        var change = FigureText.PerMille(now - before, before);
        var key = (now, before) switch
        {
            ({ IsZero: true }, { IsZero: true }) => "received.never",
            ({ IsZero: true }, _) => "received.none",
            ({ IsNegative: true }, _) => "received.negative",
            _ when !facts.IsYearEnd => "received.part",
            (_, { IsZero: true }) => "received.first",
            (_, { IsNegative: true }) => "received.against",
            _ when Math.Abs(change) > LargestChange => "received.against",
            _ when change == 0 => "received.same",
            _ => change > 0 ? "received.more" : "received.less",
        };
        return facts.Say(key,
            ("donors", facts.Phrases.Count("donors", facts.Base.Gave.Length)), ("received", facts.Dollars(now)),
            ("before", facts.Dollars(before)), ("percent", facts.Phrases.Figures.Percent(Math.Abs(change))));
    }

    /// <summary>What was in kind, refunded or not yet allocated; empty where nothing was.</summary>
    internal static string Details(BoardFacts facts)
    {
        var year = facts.Of(facts.Year);
        var sentences = new List<string>();
        if (!year.ReceivedInKind.IsZero)
            sentences.Add(facts.Say("received.kind", ("amount", facts.Dollars(year.ReceivedInKind))));
        if (!year.Refunded.IsZero)
            sentences.Add(facts.Say("received.refunded", ("amount", facts.Dollars(year.Refunded))));
        if (!facts.Total.Unallocated.IsZero)
            sentences.Add(facts.Say("received.unallocated", ("amount", facts.Dollars(facts.Total.Unallocated))));
        return string.Join(' ', sentences);
    }
}
