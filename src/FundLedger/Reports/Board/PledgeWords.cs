namespace FundLedger.Reports.Board;

/// <summary>What was promised and is still owed, in sentences.</summary>
static class PledgeWords
{
    internal static string Made(BoardFacts facts)
    {
        var year = facts.Of(facts.Year);
        var key = (year.Pledged, year.Signed) switch
        {
            ({ IsNegative: true }, _) => "pledged.negative",
            ({ IsZero: true }, { IsZero: true }) => "pledged.none",
            (_, { IsPositive: true }) => "pledged.signed",
            _ => "pledged.unsigned",
        };
        return facts.Say(key, ("pledged", facts.Dollars(year.Pledged)), ("signed", facts.Dollars(year.Signed)));
    }

    internal static string Outstanding(BoardFacts facts)
    {
        var total = facts.Total;
        if (total.Outstanding.IsZero && total.Receivable.IsZero) return facts.Say("outstanding.none");
        var overdue = Ageing.Of(facts.Sums, facts.Year, _ => true).Overdue;
        var which = total.Receivable == total.Outstanding ? "outstanding.signed"
            : total.Receivable.IsZero ? "outstanding.pledged" : "outstanding.some";
        var text = facts.Say(which,
            ("outstanding", facts.Dollars(total.Outstanding)), ("receivable", facts.Dollars(total.Receivable)),
            ("promised", facts.Dollars(total.Outstanding - total.Receivable)));
        var key = !facts.IsYearEnd ? "outstanding.fallen-due"
            : overdue.IsZero ? "outstanding.not-overdue" : "outstanding.overdue";
        var due = facts.Say(
            key, ("overdue", facts.Dollars(overdue)), ("share", facts.Share(overdue, total.Outstanding)));
        return $"{text} {due}";
    }

    internal static string Announced(BoardFacts facts) => facts.Total.Announced.IsZero
        ? "" : facts.Say("announced", ("amount", facts.Dollars(facts.Total.Announced)));
}
