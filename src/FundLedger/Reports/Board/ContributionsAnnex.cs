using System.Collections.Immutable;
using FundLedger.Money;

namespace FundLedger.Reports.Board;

/// <summary>
/// Every contribution of the year as received: its own currency and amount, the rate and its day, and whole US$ rounded
/// once. What is too much to list is summed and said.
/// </summary>
static class ContributionsAnnex
{
    internal static void Write(BoardFacts facts, BoardDraft draft)
    {
        draft.Annex(facts.Say("annex.contributions"));
        var total = Net(facts);
        var listed = DonorRows.Sum(facts.Contributions.Select(line => line.Usd));
        if (facts.Contributions.IsEmpty && total.IsZero)
        {
            draft.Add(new Paragraph(facts.Say("annex.contributions-none")));
            return;
        }

        draft.Unnumbered(Of(facts));
        if (facts.Unlisted == 0)
            draft.Agree(facts.Say("annex.contributions-title"), facts.Say("agree.listed"), listed,
                facts.Say("agree.net-received"), total);
    }

    internal static Table Of(BoardFacts facts) => new("annex-contributions", facts.Say("annex.contributions-title"),
        [
            new Column("donor", facts.Say("column.donor"), ColumnKind.Text, 2.4),
            new Column("date", facts.Say("column.date"), ColumnKind.Date, 1.1),
            new Column("currency", facts.Say("column.currency"), ColumnKind.Text, 0.7),
            new Column("amount", facts.Say("column.amount"), ColumnKind.Money, 1.3),
            new Column("rate", facts.Say("column.rate"), ColumnKind.Rate, 0.9),
            new Column("rate_date", facts.Say("column.rate-date"), ColumnKind.Date, 1.1),
            new Column("usd", facts.Say("column.usd"), ColumnKind.WholeDollars, 1.1) { Summed = true },
        ],
        [
            .. facts.Each.SelectMany(fund => RowsOf(fund, inGroup: !facts.IsOne)),
            Sum(facts, RowKind.Total, facts.Say("row.total")),
        ])
    {
        Notes = [.. NotesOf(facts)],
    };

    /// <summary>What was received less what was refunded.</summary>
    static Amount Net(BoardFacts facts) => facts.Of(facts.Year).Received - facts.Of(facts.Year).Refunded;

    static ImmutableArray<Row> RowsOf(BoardFacts fund, bool inGroup)
    {
        var lines = fund.Contributions
            .OrderBy(line => fund.Donors[line.Donor].SortKey, StringComparer.Ordinal)
            .ThenBy(line => line.Date).ThenBy(line => line.Entry);
        ImmutableArray<Row> rows = [.. lines.Select(line => RowOf(fund, line))];
        var rest = Net(fund) - DonorRows.Sum(fund.Contributions.Select(line => line.Usd));
        if (fund.Unlisted > 0 && !rest.IsZero)
            rows = rows.Add(Row.Detail(fund.Say("annex.unlisted"), "", "", "", "", "", rest));
        if (!inGroup) return rows;
        if (rows.IsEmpty) return [];
        return
        [
            new Row(RowKind.Group, [FundTable.Name(fund)]), .. rows,
            Sum(fund, RowKind.Subtotal, fund.Say("row.subtotal", ("what", fund.Funds[0].Code))),
        ];
    }

    static Row RowOf(BoardFacts facts, ContributionLine line)
    {
        var name = DonorRows.NameOf(facts.Donors[line.Donor], facts.Phrases);
        var isDollar = line.Amount.Currency == Currency.Usd;
        return Row.Detail(
            line.Kind == ContributionLineKind.Payment ? name
                : facts.Say("line." + Journal.Word.Of(line.Kind), ("donor", name)),
            line.Date, line.Amount.Currency.Code, line.Amount,
            isDollar ? Cell.Empty : new RateCell(line.Rate), isDollar ? Cell.Empty : line.RateDate,
            new AmountCell(line.Usd) { WholeUnits = line.WholeDollars });
    }

    static Row Sum(BoardFacts facts, RowKind kind, string label) => new(kind, [label, "", "", "", "", "", Net(facts)]);

    static IEnumerable<string> NotesOf(BoardFacts facts)
    {
        yield return facts.Say("annex.rates-note");
        if (facts.Unlisted > 0)
            yield return facts.Say("annex.unlisted-note",
                ("listed", facts.Phrases.Figures.Whole(facts.Contributions.Length)),
                ("unlisted", facts.Phrases.Figures.Whole(facts.Unlisted)));
        yield return facts.Say("note.rounding");
    }
}
