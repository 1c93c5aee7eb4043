using FundLedger.Donors;
using FundLedger.Journal;

namespace FundLedger.Reports.Board;

/// <summary>The regional groups: how many States each has, and how many of them gave.</summary>
static class RegionTable
{
    static readonly RegionalGroup[] Regions = Enum.GetValues<RegionalGroup>();

    internal static IEnumerable<string> Paragraphs(BoardFacts facts)
    {
        var gave = facts.Base.Gave.Where(donor => donor.IsMemberState).ToArray();
        if (gave.Length == 0)
        {
            yield return facts.Say("regions.none");
            yield break;
        }

        var parts = Regions.Select(region => (Region: region, Count: gave.Count(donor => donor.Region == region)))
            .Where(part => part.Count > 0).OrderByDescending(part => part.Count).ToArray();
        yield return facts.Say("regions.text", ("count", facts.Phrases.Count("member-states", gave.Length)),
            ("parts", facts.Phrases.Figures.List([.. parts.Select(part => facts.Say("regions.part",
                ("count", facts.Number(part.Count)), ("size", facts.Number(Size(facts, part.Region))),
                ("region", facts.Say("region." + Word.Of(part.Region)))))])));
    }

    internal static Table Of(BoardFacts facts) => new("regions", facts.Say("regions.title"),
        [
            new Column("group", facts.Say("column.group"), ColumnKind.Text, 2.2),
            Count(facts, "members") with { RowFormula = "gave + lapsed + never" }, Count(facts, "gave"),
            new Column("share", facts.Say("column.share"), ColumnKind.Percent, 0.9),
            Count(facts, "new"), Count(facts, "lapsed"), Count(facts, "never"),
            new Column("received", facts.Say("column.received"), ColumnKind.WholeDollars, 1.3) { Summed = true },
        ],
        [
            .. Regions.Select(region => RowOf(facts, RowKind.Detail, facts.Say("region." + Word.Of(region)),
                donor => donor.Region == region)),
            RowOf(facts, RowKind.Total, facts.Say("row.total"), _ => true),
        ])
    {
        Notes = [facts.Say("regions.note")],
    };

    /// <summary>The States of each group, by how they gave.</summary>
    internal static Chart Picture(BoardFacts facts)
    {
        Series Counts(string name, string hue, params Giving[] giving) => new(facts.Say(name), hue,
            [.. Regions.Select(region => giving.Sum(one => CountOf(facts, one, donor => donor.Region == region)))]);
        return new Chart(ChartKind.HorizontalBars, facts.Say("regions.chart"),
            [.. Regions.Select(region => facts.Say("region." + Word.Of(region)))],
            [
                Counts("regions.gave", "received", Giving.FirstTime, Giving.Returning, Giving.Continuing),
                Counts("regions.lapsed", "outstanding", Giving.Lapsed),
                Counts("regions.never", "previous", Giving.Never),
            ],
            facts.Say("regions.chart-description"))
        { Unit = facts.Say("unit.states") };
    }

    static Row RowOf(BoardFacts facts, RowKind kind, string name, Func<DonorOnDay, bool> belongs)
    {
        var size = facts.Donors.All.LongCount(donor => donor.IsMemberState && belongs(donor));
        var (news, lapsed) = (CountOf(facts, Giving.FirstTime, belongs), CountOf(facts, Giving.Lapsed, belongs));
        var gave = news + CountOf(facts, Giving.Returning, belongs) + CountOf(facts, Giving.Continuing, belongs);
        var received = DonorRows.Sum(facts.InYear
            .Where(pair => facts.Donors[pair.Key] is { IsMemberState: true } donor && belongs(donor))
            .Select(pair => pair.Value.Received));
        return new Row(kind,
        [
            name, new CountCell(size), new CountCell(gave),
            new PercentCell(size == 0 ? 0 : Money.Rounding.HalfAwayFromZero(gave * 1000, size)),
            new CountCell(news), new CountCell(lapsed), new CountCell(CountOf(facts, Giving.Never, belongs)), received,
        ]);
    }

    static long CountOf(BoardFacts facts, Giving giving, Func<DonorOnDay, bool> belongs) =>
        facts.Base[giving].LongCount(donor => donor.IsMemberState && belongs(donor));

    static long Size(BoardFacts facts, RegionalGroup region) =>
        facts.Donors.All.LongCount(donor => donor.IsMemberState && donor.Region == region);

    static Column Count(BoardFacts facts, string key) =>
        new(key, facts.Say("column." + key), ColumnKind.Count, 0.9) { Summed = true };
}
