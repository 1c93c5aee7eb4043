using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Reports.Board;

/// <summary>The pledges of which something is open at the day, announced ones marked as such.</summary>
static class PledgesAnnex
{
    internal static void Write(BoardFacts facts, BoardDraft draft)
    {
        draft.Annex(facts.Say("annex.pledges"));
        if (Open(facts).Length == 0 && Total(facts).IsZero) draft.Add(new Paragraph(facts.Say("annex.pledges-none")));
        else draft.Unnumbered(Of(facts));
    }

    static PledgeLine[] Open(BoardFacts facts) =>
        [.. facts.Pledges.Where(line => !line.Outstanding.IsZero || !line.OutstandingUsd.IsZero)];

    /// <summary>All that is open, announcements included, which no other total counts.</summary>
    static Amount Total(BoardFacts facts) => facts.Total.Outstanding + facts.Total.Announced;

    static Table Of(BoardFacts facts) => new("annex-pledges", facts.Say("annex.pledges-title"),
        [
            new Column("donor", facts.Say("column.donor"), ColumnKind.Text, 1.9),
            new Column("reference", facts.Say("column.reference"), ColumnKind.Text, 1.2),
            new Column("date", facts.Say("column.date"), ColumnKind.Date, 1.1),
            new Column("rung", facts.Say("column.rung"), ColumnKind.Text, 1.3),
            new Column("currency", facts.Say("column.currency"), ColumnKind.Text, 0.7),
            new Column("promised", facts.Say("column.promised"), ColumnKind.Money, 1.2),
            new Column("outstanding", facts.Say("column.open"), ColumnKind.Money, 1.2),
            new Column("due", facts.Say("column.next-due"), ColumnKind.Date, 1.1),
            new Column("usd", facts.Say("column.open-usd"), ColumnKind.WholeDollars, 1.1) { Summed = true },
        ],
        [
            .. facts.Each.SelectMany(fund => RowsOf(fund, inGroup: !facts.IsOne)),
            Sum(facts, RowKind.Total, facts.Say("row.total")),
        ])
    {
        Notes = facts.Total.Announced.IsZero
            ? [facts.Say("annex.pledges-note")]
            : [
                facts.Say("annex.pledges-note"),
                facts.Say("annex.announced-note", ("amount", facts.Dollars(facts.Total.Announced))),
            ],
    };

    static Row[] RowsOf(BoardFacts fund, bool inGroup)
    {
        var open = Open(fund)
            .OrderBy(line => fund.Donors[line.Donor].SortKey, StringComparer.Ordinal)
            .ThenBy(line => line.Date).ThenBy(line => line.Entry).ToArray();
        var rest = Total(fund) - DonorRows.Sum(open.Select(line => line.OutstandingUsd));
        Row[] rows = [.. open.Select(line => RowOf(fund, line))];
        if (!rest.IsZero)
            rows = [.. rows, Row.Detail(fund.Say("annex.pledges-rest"), "", "", "", "", "", "", "", rest)];
        if (!inGroup) return rows;
        if (rows.Length == 0) return [];
        return
        [
            new Row(RowKind.Group, [FundTable.Name(fund)]), .. rows,
            Sum(fund, RowKind.Subtotal, fund.Say("row.subtotal", ("what", fund.Funds[0].Code))),
        ];
    }

    static Row RowOf(BoardFacts facts, PledgeLine line) => Row.Detail(
        DonorRows.NameOf(facts.Donors[line.Donor], facts.Phrases), line.Reference, line.Date,
        facts.Say("rung." + Word.Of(line.Rung)), line.Promised.Currency.Code, line.Promised, line.Outstanding,
        line.NextDue is { } due ? due : "", line.OutstandingUsd);

    static Row Sum(BoardFacts facts, RowKind kind, string label) =>
        new(kind, [label, "", "", "", "", "", "", "", Total(facts)]);
}
