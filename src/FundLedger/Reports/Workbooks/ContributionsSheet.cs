using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Reports.Board;

namespace FundLedger.Reports.Workbooks;

/// <summary>
/// Each contribution of the year in its own currency, with the rate that values it and US$ to the cent.
/// </summary>
static class ContributionsSheet
{
    internal static Sheet Of(BoardFacts facts) => new(facts.Say("sheet.contributions"),
        new Table("contributions", facts.Say("annex.contributions-title"),
            [
                Text("fund", facts.Say("column.fund"), 0.9), Text("donor_code", facts.Say("column.code"), 0.9),
                Text("donor", facts.Say("column.donor"), 2.2), Text("kind", facts.Say("column.kind"), 0.9),
                Text("reference", facts.Say("column.reference"), 1.3),
                new Column("date", facts.Say("column.date"), ColumnKind.Date, 1),
                Text("currency", facts.Say("column.currency"), 0.8),
                new Column("amount", facts.Say("column.amount"), ColumnKind.Money, 1.4),
                new Column("rate", facts.Say("column.rate"), ColumnKind.Rate, 0.9),
                new Column("rate_date", facts.Say("column.rate-date"), ColumnKind.Date, 1),
                new Column("usd", facts.Say("column.usd"), ColumnKind.Dollars, 1.3) { Summed = true },
                Text("pledge", facts.Say("column.pledge"), 1.3),
                Text("earmarking", facts.Say("column.earmarking"), 1.2),
                new Column("entry", facts.Say("column.entry"), ColumnKind.Count, 0.8),
            ],
            [.. Lines(facts), .. Rest(facts), Total(facts)])
        { Notes = [facts.Say("sheet.contributions-note")] })
    {
        Lines = DonorWorkbook.Lines(facts),
        FrozenColumns = 3,
    };

    static IEnumerable<Row> Lines(BoardFacts facts) => facts.Contributions.Select(line => Row.Detail(
        line.Fund, line.Donor, DonorRows.NameOf(facts.Donors[line.Donor], facts.Phrases),
        facts.Say("kind." + Word.Of(line.Kind)), line.Reference, line.Date, line.Amount.Currency.Code, line.Amount,
        new RateCell(line.Rate), line.RateDate, line.Usd, line.Pledge ?? "", line.Earmarking ?? "",
        new CountCell(line.Entry)));

    static IEnumerable<Row> Rest(BoardFacts facts)
    {
        var rest = Net(facts) - DonorRows.Sum(facts.Contributions.Select(line => line.Usd));
        if (!rest.IsZero) yield return RowOf(RowKind.Detail, facts.Say("annex.unlisted"), rest);
    }

    static Row Total(BoardFacts facts) => RowOf(RowKind.Total, facts.Say("row.total"), Net(facts));

    static Row RowOf(RowKind kind, string label, Amount usd) =>
        new(kind, [label, "", "", "", "", "", "", "", "", "", usd, "", "", ""]);

    static Amount Net(BoardFacts facts) => facts.Of(facts.Year).Received - facts.Of(facts.Year).Refunded;

    static Column Text(string key, string heading, double width) => new(key, heading, ColumnKind.Text, width);
}
