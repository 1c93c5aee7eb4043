using FundLedger.Reports.Board;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Workbooks;

/// <summary>Each fund in each year: what moved, and where it stood at the end.</summary>
static class SummarySheet
{
    static readonly string[] Flows = ["pledged", "paid", "written_off", "revalued"];

    internal static Sheet Of(BoardFacts facts) => new(facts.Say("sheet.summary"),
        new Table("summary", facts.Say("sheet.summary-title"),
            [
                new Column("fund", facts.Say("column.fund"), ColumnKind.Text, 1.2),
                new Column("year", facts.Say("column.year-heading"), ColumnKind.Text, 0.7),
                new Column("donors", facts.Say("column.donors"), ColumnKind.Count, 0.7),
                Balance(facts, "before"), .. Flows.Select(key => Flow(facts, key)),
                Balance(facts, "outstanding") with { RowFormula = "before + pledged - paid - written_off + revalued" },
                Balance(facts, "receivable"), Flow(facts, "received"), Flow(facts, "refunded"),
                Balance(facts, "unallocated"),
                Flow(facts, "contributions"), Flow(facts, "exchange"),
            ],
            [.. facts.Each.SelectMany(RowsOf), Sum(facts, RowKind.Total, facts.Say("row.total"))])
        {
            Unit = facts.Say("unit.dollars"),
            Notes = [facts.Say("sheet.summary-note")],
        })
    {
        Lines = DonorWorkbook.Lines(facts),
        FrozenColumns = 2,
    };

    static IEnumerable<Row> RowsOf(BoardFacts fund)
    {
        if (fund.IsEmpty) yield break;
        yield return new Row(RowKind.Group, [FundTable.Name(fund)]);
        var sum = new Position();
        var years = fund.Figures.Rows.GroupBy(figure => figure.Year).OrderBy(year => year.Key).ToArray();
        for (var (i, year) = (0, years[0].Key); year <= fund.Year; year++)
        {
            var before = sum.Outstanding;
            if (i < years.Length && years[i].Key == year)
                foreach (var figure in years[i++]) sum.Add(figure);
            var moved = fund.Of(year);
            yield return new Row(RowKind.Detail,
            [
                fund.Funds[0].Code, FigureText.Year(year), new CountCell(fund.GiversIn(year)), before, moved.Pledged,
                moved.Paid, moved.WrittenOff,
                moved.Revalued, sum.Outstanding, sum.Receivable, moved.Received, moved.Refunded,
                sum.Unallocated, moved.Contributions, moved.Exchange,
            ]);
        }

        yield return Sum(fund, RowKind.Subtotal, fund.Say("row.subtotal", ("what", fund.Funds[0].Code)));
    }

    /// <summary>Flows add up over the years; balances do not.</summary>
    static Row Sum(BoardFacts facts, RowKind kind, string label) => new(kind,
    [
        label, "", "", "", facts.Total.Pledged, facts.Total.Paid, facts.Total.WrittenOff, facts.Total.Revalued, "", "",
        facts.Total.Received, facts.Total.Refunded, "", facts.Total.Contributions, facts.Total.Exchange,
    ]);

    static Column Flow(BoardFacts facts, string key) => Balance(facts, key) with { Summed = true };

    static Column Balance(BoardFacts facts, string key) =>
        new(key, facts.Say("sheet.column." + key), ColumnKind.Dollars);
}
