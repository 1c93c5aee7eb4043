using FundLedger.Funds;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Donors;

/// <summary>What a donor pledged and paid in each year to each fund, and what was outstanding at the end of it.</summary>
static class StatementYears
{
    internal static Table Of(DonorStatementFacts facts) => new("years", facts.Say("donor.years"),
        [
            new Column("fund", facts.Say("column.fund"), ColumnKind.Text, 1.5),
            new Column("year", facts.Say("column.year-heading"), ColumnKind.Text, 0.8),
            Flow(facts, "pledged"), Flow(facts, "received"), Flow(facts, "refunded"), Flow(facts, "written_off"),
            Flow(facts, "outstanding") with { Summed = false },
        ],
        [.. facts.Material.Funds.SelectMany(fund => RowsOf(facts, fund)),
            Sum(facts, RowKind.Total, facts.Say("row.total"), facts.Period)])
    { Unit = facts.Say("unit.dollars"), Notes = [facts.Say("donor.years-note")] };

    static IEnumerable<Row> RowsOf(DonorStatementFacts facts, Fund fund)
    {
        var figures = facts.Material.Figures.OfFund(fund.Code);
        Row[] years = [.. Years(facts, fund, figures)];
        if (years.Length == 0) return [];
        var period = figures.Where(figure => figure.Year >= facts.Material.From && figure.Year <= facts.Material.To).Total();
        return
        [
            new Row(RowKind.Group, [fund.NameIn(facts.Phrases.Language)]), .. years,
            Sum(facts, RowKind.Subtotal, facts.Say("row.subtotal", ("what", fund.Code)), period),
        ];
    }

    /// <summary>The years in which something moved or was outstanding.</summary>
    static IEnumerable<Row> Years(DonorStatementFacts facts, Fund fund, Figures figures)
    {
        for (var year = facts.Material.From; year <= facts.Material.To; year++)
        {
            var moved = figures.InYear(year).Total();
            var end = figures.UpTo(year).Total();
            if (!moved.IsEmpty || !end.Outstanding.IsZero)
                yield return new Row(RowKind.Detail,
                [
                    fund.Code, FigureText.Year(year), moved.Pledged, moved.Received, moved.Refunded, moved.WrittenOff, end.Outstanding,
                ]);
        }
    }

    static Row Sum(DonorStatementFacts facts, RowKind kind, string label, Position period) => new(kind,
        [label, "", period.Pledged, period.Received, period.Refunded, period.WrittenOff, ""]);

    static Column Flow(DonorStatementFacts facts, string key) =>
        new(key, facts.Say("sheet.column." + key), ColumnKind.Dollars, 1.3) { Summed = true };
}
