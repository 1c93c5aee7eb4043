using FundLedger.Reports.Board;

namespace FundLedger.Reports.Donors;

/// <summary>How many donors each fund had and of which kind, and all funds together, where a donor to several counts once.</summary>
static class GivingTable
{
    internal static Table Of(BoardFacts facts) => new("giving", facts.Say("base.giving"),
        [
            new Column("fund", facts.Say("column.fund"), ColumnKind.Text, 1.6),
            Count("gave", facts.Say("column.gave")) with { RowFormula = "first_time + returning + continuing" },
            Count("first_time", facts.Say("column.new")), Count("returning", facts.Say("column.returning")),
            Count("continuing", facts.Say("column.continuing")), Count("lapsed", facts.Say("column.lapsed")),
            Count("never", facts.Say("column.never")), Count("ldc", facts.Say("column.ldc-short")),
                Count("sids", facts.Say("column.sids-short")),
        ],
        [
            .. facts.IsOne ? [] : facts.Each.Select(fund => RowOf(fund, fund.Funds[0].Code)),
            RowOf(facts, facts.IsOne ? facts.Funds[0].Code : facts.Say("base.all")),
        ])
    { Notes = [facts.Say("funds.donors-note"), facts.Say("base.note")] };

    static Row RowOf(BoardFacts facts, string name)
    {
        var gave = facts.Base.Gave;
        return Row.Detail(name, new CountCell(gave.Length), Of(facts, Giving.FirstTime), Of(facts, Giving.Returning),
            Of(facts, Giving.Continuing),
            Of(facts, Giving.Lapsed), Of(facts, Giving.Never), new CountCell(gave.LongCount(donor => donor.IsLdc)),
            new CountCell(gave.LongCount(donor => donor.IsSids)));
    }

    static CountCell Of(BoardFacts facts, Giving giving) => new(facts.Base[giving].Length);

    static Column Count(string key, string heading) => new(key, heading, ColumnKind.Count, 0.9);
}
