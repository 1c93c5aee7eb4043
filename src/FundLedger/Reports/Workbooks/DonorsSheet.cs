using FundLedger.Money;
using FundLedger.Reports.Board;

namespace FundLedger.Reports.Workbooks;

/// <summary>Donors by funds: what each gave to each in the year, in the year before, and what it still owes.</summary>
static class DonorsSheet
{
    internal static Sheet Of(BoardFacts facts)
    {
        var keys = facts.Funds.Select(fund => StatementTable.KeyOf(fund.Code)).ToArray();
        return new Sheet(facts.Say("sheet.donors"), new Table("donors", facts.Say("contributions.by-fund"),
            [
                new Column("donor", facts.Say("column.donor"), ColumnKind.Text, 2.6),
                .. facts.Funds.Select((fund, i) => Dollars(keys[i], fund.Code)),
                Dollars("received", facts.Say("column.received")) with { RowFormula = string.Join(" + ", keys) },
                Dollars("received_before", facts.Say("column.received_before")),
                Dollars("unallocated", facts.Say("column.unallocated")),
                Dollars("outstanding", facts.Say("column.outstanding")),
            ],
            DonorRows.Of(facts.Donors, facts.Phrases, facts.AtEnd.Keys, code =>
                [
                    .. facts.Each.Select(fund => fund.InYear.GetValueOrDefault(code)?.Received ?? Amount.Usd(0)),
                    facts.InYear.GetValueOrDefault(code)?.Received ?? Amount.Usd(0),
                    facts.InPrevious.GetValueOrDefault(code)?.Received ?? Amount.Usd(0),
                    facts.AtEnd[code].Unallocated, facts.AtEnd[code].Outstanding,
                ],
                [
                    .. facts.Each.Select(fund => fund.Of(facts.Year).Received), facts.Of(facts.Year).Received,
                    facts.Of(facts.Year - 1).Received, facts.Total.Unallocated, facts.Total.Outstanding,
                ]))
        { Unit = facts.Say("unit.dollars") })
        { Lines = DonorWorkbook.Lines(facts) };
    }

    static Column Dollars(string key, string heading) => new(key, heading, ColumnKind.Dollars) { Summed = true };
}
