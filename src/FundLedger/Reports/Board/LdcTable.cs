using System.Collections.Immutable;
using FundLedger.Money;

namespace FundLedger.Reports.Board;

/// <summary>Donors that were least developed countries or small island developing States on the day.</summary>
static class LdcTable
{
    /// <summary>Those that gave in the year or before.</summary>
    internal static ImmutableArray<DonorOnDay> Donors(BoardFacts facts) =>
    [
        .. DonorRoll.InOrder(facts.AtEnd.Where(pair => !pair.Value.Received.IsZero)
            .Select(pair => facts.Donors[pair.Key]).Where(donor => donor.IsLdc || donor.IsSids)),
    ];

    internal static IEnumerable<string> Paragraphs(BoardFacts facts)
    {
        var gave = facts.Base.Gave;
        var all = facts.Donors.All.Where(donor => donor.IsMemberState).ToArray();
        yield return facts.Say(gave.Any(donor => donor.IsLdc || donor.IsSids) ? "ldc.text" : "ldc.none",
            ("ldc", facts.Number(gave.Count(donor => donor.IsLdc))),
            ("ldcs", facts.Number(all.Count(donor => donor.IsLdc))),
            ("sids", facts.Number(gave.Count(donor => donor.IsSids))),
            ("all", facts.Number(all.Count(donor => donor.IsSids))));
    }

    internal static Table Of(BoardFacts facts)
    {
        var donors = Donors(facts);
        return new Table("ldc-sids", facts.Say("ldc.title"),
            [
                new Column("donor", facts.Say("column.donor"), ColumnKind.Text, 2),
                new Column("ldc", facts.Say("column.ldc"), ColumnKind.Text, 1.1),
                new Column("sids", facts.Say("column.sids"), ColumnKind.Text, 1.1),
                Dollars(facts, "received"), Dollars(facts, "received_before"), Dollars(facts, "received_all"),
            ],
            [
                .. donors.Select(donor =>
                    Row.Detail(donor.Name, YesOrNo(facts, donor.IsLdc), YesOrNo(facts, donor.IsSids),
                    Received(facts.InYear, donor), Received(facts.InPrevious, donor), Received(facts.AtEnd, donor))),
                new Row(RowKind.Total,
                    [facts.Say("row.total"), "", "", Sum(facts.InYear, donors), Sum(facts.InPrevious, donors),
                    Sum(facts.AtEnd, donors)]),
            ])
        {
            Unit = facts.Say("unit.dollars"),
            Notes = [facts.Say("ldc.note")],
        };
    }

    static Amount Received(Dictionary<string, Position> positions, DonorOnDay donor) =>
        positions.GetValueOrDefault(donor.Code)?.Received ?? Amount.Usd(0);

    static Amount Sum(Dictionary<string, Position> positions, IEnumerable<DonorOnDay> donors) =>
        DonorRows.Sum(donors.Select(donor => Received(positions, donor)));

    static string YesOrNo(BoardFacts facts, bool applies) => applies ? facts.Say("yes") : "";

    static Column Dollars(BoardFacts facts, string key) =>
        new(key, facts.Say("column." + key), ColumnKind.WholeDollars) { Summed = true };
}
