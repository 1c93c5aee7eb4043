using FundLedger.Checks;
using FundLedger.Funds;
using FundLedger.Reports.Board;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Receivables;

/// <summary>
/// What agreements still owe on a day: current and non-current by donor, as the schedules have it, and every open instalment
/// with the day it falls due.
/// </summary>
public static class ReceivablesReport
{
    public static Outcome<ComposedReport> Compose(ReceivablesMaterial material) => Phrases.In(material.Language).Then(phrases =>
    {
        var facts = new ReceivablesFacts(material, phrases);
        return facts.Compose("RE", facts.Say("open.title"), Blocks(facts),
        [
            new Sheet(facts.Say("sheet.instalments"), Instalments(facts, ColumnKind.Dollars))
            { Lines = [.. facts.Paragraphs()], FrozenColumns = 3 },
        ]);
    });

    static IEnumerable<Block> Blocks(ReceivablesFacts facts)
    {
        foreach (var text in facts.Paragraphs()) yield return new Paragraph(text);
        foreach (var fund in facts.Owing)
        {
            if (facts.Owing.Length > 1) yield return new Heading(3, "", fund.NameIn(facts.Phrases.Language));
            yield return new TableBlock(ByDonor(facts, fund));
        }

        if (!facts.Owing.IsEmpty) yield return new TableBlock(Instalments(facts, ColumnKind.WholeDollars));
    }

    static Table ByDonor(ReceivablesFacts facts, Fund fund) => new("receivables-" + StatementTable.KeyOf(fund.Code),
        facts.Say("open.by-donor", ("fund", fund.Code)),
        [
            new Column("donor", facts.Say("column.donor"), ColumnKind.Text, 2.4),
            Dollars("current", facts.Say("column.current")), Dollars("non_current", facts.Say("column.non-current")),
            Dollars("total", facts.Say("row.total")) with { RowFormula = "current + non_current" },
            Dollars("overdue", facts.Say("column.overdue")),
        ],
        DonorRows.Of(facts.Donors, facts.Phrases, facts.ClaimsOf(fund).Select(claim => claim.Donor),
            code => Amounts(facts.ByDonor[(fund.Code, code)]), Amounts(facts.SumOf(fund))))
    { Unit = facts.Say("unit.dollars"), Notes = [facts.Say("open.note"), facts.Say("note.rounding")] };

    static Table Instalments(ReceivablesFacts facts, ColumnKind kind) => new("instalments", facts.Say("open.instalments"),
        [
            new Column("fund", facts.Say("column.fund"), ColumnKind.Text, 1.1),
            new Column("donor", facts.Say("column.donor"), ColumnKind.Text, 2),
            new Column("reference", facts.Say("column.reference"), ColumnKind.Text, 1.9),
            new Column("instalment", facts.Say("column.instalment"), ColumnKind.Count, 0.8),
            new Column("due", facts.Say("column.due"), ColumnKind.Date, 1.2),
            new Column("days_overdue", facts.Say("column.days-overdue"), ColumnKind.Count, 0.8),
            new Column("currency", facts.Say("column.currency"), ColumnKind.Text, 0.8),
            new Column("amount", facts.Say("column.amount"), ColumnKind.Money, 1.5),
            new Column("usd", facts.Say("column.usd"), kind, 1.2) { Summed = true },
        ],
        [
            .. facts.Material.Claims.Select(claim => Row.Detail(
                claim.Fund, DonorRows.NameOf(facts.Donors[claim.Donor], facts.Phrases),
                claim.Reference, new CountCell(claim.Instalment), claim.Due, new CountCell(claim.DaysOverdue(facts.Day)),
                claim.Amount.Currency.Code, claim.Amount, claim.Usd)),
            new Row(RowKind.Total, [facts.Say("row.total"), "", "", "", "", "", "", "", facts.Total.Total]),
        ])
    { Notes = [facts.Say("open.usd-note")] };

    static System.Collections.Immutable.ImmutableArray<Money.Amount> Amounts(AgedSum sum) =>
        [sum.Current, sum.NonCurrent, sum.Total, sum.Overdue];

    static Column Dollars(string key, string heading) => new(key, heading, ColumnKind.WholeDollars) { Summed = true };
}
