namespace FundLedger.Reports.Board;

/// <summary>The funds of a combined report side by side.</summary>
static class FundTable
{
    internal static Table Of(BoardFacts facts) => new("funds", facts.Say("funds.table"),
        [
            new Column("fund", facts.Say("column.fund"), ColumnKind.Text, 2.2),
            new Column("donors", facts.Say("column.donors"), ColumnKind.Count, 0.8),
            Money(facts, "pledged"), Money(facts, "received"), Money(facts, "received_before"),
            Money(facts, "outstanding"), Money(facts, "balance"),
        ],
        [
            .. facts.Each.Select(fund => RowOf(fund, RowKind.Detail, Name(fund))),
            RowOf(facts, RowKind.Total, facts.Say("row.total")),
        ])
    {
        Unit = facts.Say("unit.dollars"),
        Notes = [facts.Say("funds.donors-note")],
    };

    internal static string Name(BoardFacts fund) =>
        fund.Funds[0].ShortName is { Length: > 0 } name ? name : fund.Funds[0].Code;

    static Column Money(BoardFacts facts, string key) =>
        new(key, facts.Say("column." + key), ColumnKind.WholeDollars) { Summed = true };

    static Row RowOf(BoardFacts facts, RowKind kind, string name) => new(kind,
    [
        name, new CountCell(facts.Base.Gave.Length), facts.Of(facts.Year).Pledged, facts.Of(facts.Year).Received,
        facts.Of(facts.Year - 1).Received, facts.Total.Outstanding, facts.Statement.Closing,
    ]);
}
