using System.Collections.Immutable;
using FundLedger.Money;

namespace FundLedger.Reports.Board;

/// <summary>
/// The status of donor contributions as the audited schedules of individual trust funds have it: contributions by
/// donor, and what is receivable, fund by fund.
/// </summary>
static class ScheduleAnnex
{
    internal static void Write(BoardFacts facts, BoardDraft draft)
    {
        draft.Annex(facts.Say("schedules.heading"));
        foreach (var text in draft.Texts("schedules", facts.Say("schedules.text"))) draft.Add(new Paragraph(text));
        foreach (var fund in facts.Each)
        {
            if (!facts.IsOne) draft.Part(fund.Funds[0].NameIn(facts.Phrases.Language));
            Write(fund, draft, Contributions(fund), "schedule.none",
                fund.Say("column.total-year"), fund.Statement.Contributions, "agree.statement-line");
            Write(fund, draft, Receivables(fund), "receivables.none",
                fund.Say("column.total-receivable"), fund.Total.Receivable, "agree.receivable");
        }
    }

    /// <summary>The table, or in words that it would be empty; its total must be that of the place named.</summary>
    static void Write(
        BoardFacts fund, BoardDraft draft, Table table, string none, string what, Amount other, string with)
    {
        var total = ((AmountCell)table.Rows[^1].Cells[^1]).Amount;
        draft.Agree($"{table.Title} ({fund.Funds[0].Code})", what, total, fund.Say(with), other);
        if (table.Rows.Length > 1) draft.Unnumbered(table);
        else draft.Add(new Paragraph(fund.Say(none)));
    }

    internal static Table Contributions(BoardFacts facts) => new("schedule-contributions", facts.Say("schedule.title"),
        [
            new Column("donor", facts.Say("column.donor"), ColumnKind.Text, 2.4),
            Dollars("monetary", facts.Say("column.monetary")), Dollars("in_kind", facts.Say("column.in-kind")),
            Dollars("adjustments", facts.Say("column.adjustments")),
            Dollars("total", facts.Say("column.total-year")) with { RowFormula = "monetary + in_kind + adjustments" },
        ],
        DonorRows.Of(facts.Donors, facts.Phrases, facts.InYear.Keys, code => Parts(facts.InYear[code]),
            Parts(facts.Of(facts.Year))))
    { Unit = facts.Say("unit.dollars") };

    internal static Table Receivables(BoardFacts facts)
    {
        var byDonor = Ageing.By(facts.Figures, facts.Year, Ageing.IsReceivable, figure => figure.Donor);
        return new Table("schedule-receivables", facts.Say("receivables.title"),
            [
                new Column("donor", facts.Say("column.donor"), ColumnKind.Text, 2.4),
                Dollars("current", facts.Say("column.current")),
                Dollars("non_current", facts.Say("column.non-current")),
                Dollars("total", facts.Say("column.total-receivable")) with { RowFormula = "current + non_current" },
            ],
            DonorRows.Of(facts.Donors, facts.Phrases, byDonor.Keys,
                code => [byDonor[code].Current, byDonor[code].NonCurrent, facts.AtEnd[code].Receivable],
                Parts(Ageing.Of(facts.Sums, facts.Year, Ageing.IsReceivable), facts.Total.Receivable)))
        {
            Unit = facts.Say("unit.dollars"),
            Notes = [facts.Say("receivables.note"), facts.Say("note.rounding")],
        };
    }

    static ImmutableArray<Amount> Parts(Position position) =>
        [position.MonetaryContributions, position.ContributionsInKind, position.ContributionAdjustments,
            position.Contributions];

    static ImmutableArray<Amount> Parts(Ageing ageing, Amount total) =>
        [ageing.Current, ageing.NonCurrent, total];

    static Column Dollars(string key, string heading) => new(key, heading, ColumnKind.WholeDollars) { Summed = true };
}
