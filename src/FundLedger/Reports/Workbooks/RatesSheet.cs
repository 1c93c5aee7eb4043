using FundLedger.Money;
using FundLedger.Reports.Board;

namespace FundLedger.Reports.Workbooks;

/// <summary>Every rate of exchange that values a contribution or pledge of this workbook.</summary>
static class RatesSheet
{
    internal static Sheet Of(BoardFacts facts) => new(facts.Say("sheet.rates"),
        new Table("rates", facts.Say("sheet.rates-title"),
            [
                new Column("currency", facts.Say("column.currency"), ColumnKind.Text),
                new Column("effective", facts.Say("column.rate-date"), ColumnKind.Date, 1.4),
                new Column("rate", facts.Say("column.rate"), ColumnKind.Rate, 1.4),
                new Column("contributions", facts.Say("sheet.column.rate-contributions"), ColumnKind.Count, 1.4)
                { Summed = true },
                new Column("pledges", facts.Say("sheet.column.rate-pledges"), ColumnKind.Count, 1.4) { Summed = true },
            ],
            [.. Rows(facts)])
        { Notes = [facts.Say("sheet.rates-note")] })
    { Lines = DonorWorkbook.Lines(facts) };

    static IEnumerable<Row> Rows(BoardFacts facts)
    {
        var contributions = facts.Contributions.Select(line => (line.Amount.Currency, line.RateDate, line.Rate, Of: 0));
        var pledges = facts.Pledges.Select(line => (line.Original.Currency, line.RateDate, line.Rate, Of: 1));
        return contributions.Concat(pledges)
            .Where(use => use.Currency != Currency.Usd)
            .GroupBy(use => (use.Currency.Code, use.RateDate, use.Rate))
            .OrderBy(rate => rate.Key.Code, StringComparer.Ordinal).ThenBy(rate => rate.Key.RateDate)
            .Select(rate => Row.Detail(rate.Key.Code, rate.Key.RateDate, new RateCell(rate.Key.Rate),
                new CountCell(rate.LongCount(use => use.Of == 0)), new CountCell(rate.LongCount(use => use.Of == 1))));
    }
}
