using FundLedger.Journal;
using FundLedger.Reports.Board;

namespace FundLedger.Reports.Workbooks;

/// <summary>Pledges that are open or were made in the year, with what became of them in their own currency.</summary>
static class PledgesSheet
{
    internal static Sheet Of(BoardFacts facts) => new(facts.Say("sheet.pledges"),
        new Table("pledges", facts.Say("sheet.pledges-title"),
            [
                Text("fund", facts.Say("column.fund"), 0.9), Text("donor_code", facts.Say("column.code"), 0.9),
                Text("donor", facts.Say("column.donor"), 2.2), Text("reference", facts.Say("column.reference"), 1.3),
                Day("date", facts.Say("column.date")), Text("rung", facts.Say("column.rung"), 0.9),
                Text("form", facts.Say("column.form"), 0.9), Text("currency", facts.Say("column.currency"), 0.8),
                Money("original", facts.Say("column.original")), Money("promised", facts.Say("column.promised")),
                Money("paid", facts.Say("sheet.column.paid")),
                Money("written_off", facts.Say("sheet.column.written_off")),
                Money("outstanding", facts.Say("column.open")) with { RowFormula = "promised - paid - written_off" },
                new Column("rate", facts.Say("column.rate"), ColumnKind.Rate, 0.9),
                Day("rate_date", facts.Say("column.rate-date")),
                new Column("usd", facts.Say("column.open-usd"), ColumnKind.Dollars, 1.3) { Summed = true },
                Day("due", facts.Say("column.next-due")), Text("earmarking", facts.Say("column.earmarking"), 1.2),
                new Column("entry", facts.Say("column.entry"), ColumnKind.Count, 0.8),
            ],
            [.. facts.Pledges.Select(line => RowOf(facts, line)), Total(facts)])
        { Notes = [facts.Say("annex.pledges-note"), facts.Say("sheet.pledges-note")] })
    {
        Lines = DonorWorkbook.Lines(facts),
        FrozenColumns = 3,
    };

    static Row RowOf(BoardFacts facts, PledgeLine line) => Row.Detail(
        line.Fund, line.Donor, DonorRows.NameOf(facts.Donors[line.Donor], facts.Phrases), line.Reference, line.Date,
        facts.Say("rung." + Word.Of(line.Rung)), facts.Say("form." + Word.Of(line.Form)), line.Original.Currency.Code,
        line.Original, line.Promised, line.Paid, line.WrittenOff, line.Outstanding, new RateCell(line.Rate),
        line.RateDate, line.OutstandingUsd,
        line.NextDue is { } due ? due : "", line.Earmarking ?? "", new CountCell(line.Entry));

    /// <summary>The pledges listed; those that are not stand in the export.</summary>
    static Row Total(BoardFacts facts) => new(RowKind.Total,
    [
        facts.Say("row.total"), "", "", "", "", "", "", "", "", "", "", "", "", "", "",
        DonorRows.Sum(facts.Pledges.Select(line => line.OutstandingUsd)), "", "", "",
    ]);

    static Column Text(string key, string heading, double width) => new(key, heading, ColumnKind.Text, width);

    static Column Day(string key, string heading) => new(key, heading, ColumnKind.Date, 1);

    static Column Money(string key, string heading) => new(key, heading, ColumnKind.Money, 1.3);
}
