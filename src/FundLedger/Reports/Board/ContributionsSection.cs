using System.Collections.Immutable;
using FundLedger.Donors;
using FundLedger.Money;

namespace FundLedger.Reports.Board;

/// <summary>Who pledged, signed and paid how much, in the groups of the donor schedules.</summary>
static class ContributionsSection
{
    internal static void Write(BoardFacts facts, BoardDraft draft)
    {
        draft.Section("contributions");
        draft.Paragraphs("contributions", Paragraphs(facts));
        if (facts.IsEmpty) return;
        draft.Numbered(ByDonor(facts));
        if (facts.IsOne || facts.InYear.Values.All(position => position.Received.IsZero)) return;
        draft.Numbered(ByFund(facts));
    }

    static IEnumerable<string> Paragraphs(BoardFacts facts)
    {
        if (facts.IsEmpty)
        {
            yield return facts.Say("contributions.none");
            yield break;
        }

        var received = facts.Of(facts.Year).Received;
        if (received.IsPositive) yield return Groups(facts, received);
        yield return facts.Say("contributions.table");
    }

    /// <summary>Which group gave how much, the largest first.</summary>
    static string Groups(BoardFacts facts, Amount received)
    {
        var groups = facts.InYear
            .GroupBy(pair => facts.Donors[pair.Key].Group, pair => pair.Value.Received)
            .Select(group => (Group: group.Key, Received: DonorRows.Sum(group)))
            .Where(group => !group.Received.IsZero)
            .OrderByDescending(group => group.Received.MinorUnits).ThenBy(group => group.Group)
            .ToArray();
        if (groups.Length == 1) return facts.Say("contributions.one-group", ("group", Name(facts, groups[0].Group)));
        return facts.Say("contributions.groups", ("groups", facts.Phrases.Figures.List([.. groups.Select(group =>
            facts.Say("contributions.group", ("group", Name(facts, group.Group)),
                ("amount", facts.Dollars(group.Received)), ("share", facts.Share(group.Received, received))))])));
    }

    static string Name(BoardFacts facts, DonorGroup group) => DonorRows.NameOf(group, facts.Phrases);

    /// <summary>Pledged, signed and received in the year, what stands at its end, and the year before.</summary>
    internal static Table ByDonor(BoardFacts facts)
    {
        var codes = facts.AtEnd.Keys.Concat(facts.InYear.Keys).Concat(facts.InPrevious.Keys);
        return new Table("contributions", facts.Say("contributions.title"),
            [
                new Column("donor", facts.Say("column.donor"), ColumnKind.Text, 2.4),
                Dollars(facts, "pledged"), Dollars(facts, "signed"), Dollars(facts, "received"),
                Dollars(facts, "unallocated"), Dollars(facts, "outstanding"), Dollars(facts, "received_before"),
            ],
            DonorRows.Of(facts.Donors, facts.Phrases, codes, code => Figures(
                    facts.InYear.GetValueOrDefault(code), facts.AtEnd.GetValueOrDefault(code),
                    facts.InPrevious.GetValueOrDefault(code)),
                Figures(facts.Of(facts.Year), facts.Total, facts.Of(facts.Year - 1))))
        {
            Unit = facts.Say("unit.dollars"),
            Notes = [facts.Say("contributions.note"), facts.Say("note.rounding")],
        };
    }

    static ImmutableArray<Amount> Figures(Position? year, Position? end, Position? before)
    {
        var none = Amount.Usd(0);
        return
        [
            year?.Pledged ?? none, year?.Signed ?? none, year?.Received ?? none,
            end?.Unallocated ?? none, end?.Outstanding ?? none, before?.Received ?? none,
        ];
    }

    /// <summary>What each donor gave to each of the funds.</summary>
    static Table ByFund(BoardFacts facts)
    {
        var keys = facts.Funds.Select(fund => StatementTable.KeyOf(fund.Code)).ToArray();
        return new Table("donors-by-fund", facts.Say("contributions.by-fund"),
            [
                new Column("donor", facts.Say("column.donor"), ColumnKind.Text, 2.4),
                .. facts.Funds.Select((fund, i) =>
                    new Column(keys[i], fund.Code, ColumnKind.WholeDollars) { Summed = true }),
                new Column("total", facts.Say("row.total"), ColumnKind.WholeDollars)
                { Summed = true, RowFormula = string.Join(" + ", keys) },
            ],
            DonorRows.Of(facts.Donors, facts.Phrases, facts.InYear.Keys, code =>
                [
                    .. facts.Each.Select(fund => fund.InYear.GetValueOrDefault(code)?.Received ?? Amount.Usd(0)),
                    facts.InYear[code].Received,
                ],
                [.. facts.Each.Select(fund => fund.Of(facts.Year).Received), facts.Of(facts.Year).Received]))
        {
            Unit = facts.Say("unit.dollars"),
        };
    }

    static Column Dollars(BoardFacts facts, string key) =>
        new(key, facts.Say("column." + key), ColumnKind.WholeDollars) { Summed = true };
}
