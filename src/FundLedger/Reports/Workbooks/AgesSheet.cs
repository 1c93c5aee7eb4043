using FundLedger.Money;
using FundLedger.Reports.Board;

namespace FundLedger.Reports.Workbooks;

/// <summary>What agreements still bring, by donor and age, with what is pledged and binds nobody beside it.</summary>
static class AgesSheet
{
    internal static Sheet Of(BoardFacts facts)
    {
        var ages = Ageing.By(facts.Figures, facts.Year, Ageing.IsReceivable, figure => figure.Donor);
        var all = Ageing.Of(facts.Sums, facts.Year, Ageing.IsReceivable);
        var none = new Ageing();
        return new Sheet(facts.Say("sheet.ages"), new Table("receivables-by-age", facts.Say("sheet.ages-title"),
            [
                new Column("donor", facts.Say("column.donor"), ColumnKind.Text, 2.6),
                .. AgeWords.Columns(facts, ColumnKind.Dollars),
                new Column("pledged", facts.Say("column.pledged-only"), ColumnKind.Dollars) { Summed = true },
                new Column("outstanding", facts.Say("column.outstanding"), ColumnKind.Dollars)
                { Summed = true, RowFormula = "total + pledged" },
            ],
            DonorRows.Of(facts.Donors, facts.Phrases, facts.AtEnd.Keys,
                code => [.. Ages(ages.GetValueOrDefault(code) ?? none, facts.AtEnd[code])],
                [.. Ages(all, facts.Total)]))
        {
            Unit = facts.Say("unit.dollars"),
            Notes = [facts.Say(facts.IsYearEnd ? "ageing.note" : "ageing.note-part")],
        })
        { Lines = DonorWorkbook.Lines(facts, facts.Say("receivables.note")) };
    }

    static IEnumerable<Amount> Ages(Ageing ageing, Position position) =>
    [
        .. Ageing.Bands.Select(band => ageing[band]), position.Receivable, position.Outstanding - position.Receivable,
        position.Outstanding,
    ];
}
