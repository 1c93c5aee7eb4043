using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Funds;
using FundLedger.Money;
using FundLedger.Reports.Board;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Receivables;

/// <summary>Receivables by how long they have been overdue, to the day, by fund and donor, with the allowance that was set.</summary>
public static class AgeingReport
{
    public static Outcome<ComposedReport> Compose(ReceivablesMaterial material) => Phrases.In(material.Language).Then(phrases =>
    {
        var facts = new ReceivablesFacts(material, phrases);
        return facts.Compose("AG", facts.Say("overdue.title"), Blocks(facts),
        [
            new Sheet(facts.Say("sheet.by-donor"), Whole(facts)) { Lines = [.. facts.Paragraphs()] },
            new Sheet(facts.Say("sheet.allowance"), Allowance(facts, ColumnKind.Dollars)) { Lines = [AllowanceText(facts)] },
        ]);
    });

    static IEnumerable<Block> Blocks(ReceivablesFacts facts)
    {
        foreach (var text in facts.Paragraphs()) yield return new Paragraph(text);
        if (facts.Owing.IsEmpty) yield break;
        if (facts.Owing.Length > 1) yield return new TableBlock(ByFund(facts));
        foreach (var fund in facts.Owing)
        {
            if (facts.Owing.Length > 1) yield return new Heading(3, "", fund.NameIn(facts.Phrases.Language));
            yield return new TableBlock(ByDonor(facts, fund));
        }

        yield return new Heading(3, "", facts.Say("allowance.heading"));
        yield return new Paragraph(AllowanceText(facts));
        if (!facts.Material.Allowance.IsEmpty) yield return new TableBlock(Allowance(facts, ColumnKind.WholeDollars));
    }

    static string AllowanceText(ReceivablesFacts facts) =>
        facts.Say(facts.Material.Allowance.IsEmpty ? "allowance.empty" : "allowance.text");

    static Table ByFund(ReceivablesFacts facts) => new("ageing-by-fund", facts.Say("overdue.by-fund"),
        [new Column("fund", facts.Say("column.fund"), ColumnKind.Text, 1.6), .. Bands(facts, ColumnKind.WholeDollars)],
        [
            .. facts.Owing.Select(fund => new Row(RowKind.Detail, [fund.Code, .. Cells(facts.SumOf(fund))])),
            new Row(RowKind.Total, [facts.Say("row.total"), .. Cells(facts.Total)]),
        ])
    { Unit = facts.Say("unit.dollars") };

    static Table ByDonor(ReceivablesFacts facts, Fund fund) => new("ageing-" + StatementTable.KeyOf(fund.Code),
        facts.Say("overdue.by-donor", ("fund", fund.Code)),
        [new Column("donor", facts.Say("column.donor"), ColumnKind.Text, 1.9), .. Bands(facts, ColumnKind.WholeDollars)],
        DonorRows.Of(facts.Donors, facts.Phrases, facts.ClaimsOf(fund).Select(claim => claim.Donor),
            code => Amounts(facts.ByDonor[(fund.Code, code)]), Amounts(facts.SumOf(fund))))
    { Unit = facts.Say("unit.dollars"), Notes = [facts.Say("overdue.note"), facts.Say("note.rounding")] };

    /// <summary>Every donor to every fund in one sheet, to the cent.</summary>
    static Table Whole(ReceivablesFacts facts) => new("ageing", facts.Say("overdue.title"),
        [
            new Column("fund", facts.Say("column.fund"), ColumnKind.Text, 1.2),
            new Column("donor_code", facts.Say("column.code"), ColumnKind.Text),
            new Column("donor", facts.Say("column.donor"), ColumnKind.Text, 2.4), .. Bands(facts, ColumnKind.Dollars),
            new Column("allowance", facts.Say("column.allowance"), ColumnKind.Dollars) { Summed = true },
        ],
        [
            .. facts.Owing.SelectMany(fund => DonorRoll.InOrder(facts.ClaimsOf(fund).Select(claim => claim.Donor).Distinct()
                .Select(code => facts.Donors[code])).Select(donor => Whole(facts, fund, donor))),
            new Row(RowKind.Total,
                [facts.Say("row.total"), "", "", .. Cells(facts.Total), DonorRows.Sum(facts.Owing.Select(facts.AllowanceOf))]),
        ])
    { Unit = facts.Say("unit.dollars"), Notes = [facts.Say("overdue.note")] };

    static Row Whole(ReceivablesFacts facts, Fund fund, DonorOnDay donor)
    {
        var sum = facts.ByDonor[(fund.Code, donor.Code)];
        return new Row(RowKind.Detail,
            [fund.Code, donor.Code, DonorRows.NameOf(donor, facts.Phrases), .. Cells(sum), facts.Material.Allowance.Of(sum)]);
    }

    static Table Allowance(ReceivablesFacts facts, ColumnKind kind) => new("allowance", facts.Say("allowance.heading"),
        [
            new Column("age", facts.Say("column.age"), ColumnKind.Text, 2),
            new Column("receivable", facts.Say("column.receivable"), kind) { Summed = true },
            new Column("rate", facts.Say("column.percentage"), ColumnKind.Percent),
            new Column("allowance", facts.Say("column.allowance"), kind) { Summed = true },
        ],
        [
            .. OverdueBand.All.Select(band => Row.Detail(facts.Say("overdue.band." + band.Key), facts.Total[band],
                new PercentCell(facts.Material.Allowance[band]),
                DonorRows.Sum(facts.ByDonor.Values.Select(sum => facts.Material.Allowance.Of(sum[band], band))))),
            new Row(RowKind.Total, [facts.Say("row.total"), facts.Total.Total, "", DonorRows.Sum(facts.Owing.Select(facts.AllowanceOf))]),
        ])
    { Unit = facts.Say("unit.dollars"), Notes = [facts.Say("allowance.note")] };

    static IEnumerable<Column> Bands(ReceivablesFacts facts, ColumnKind kind)
    {
        foreach (var band in OverdueBand.All)
            yield return new Column(Key(band), facts.Say("overdue.band." + band.Key), kind) { Summed = true };
        yield return new Column("total", facts.Say("row.total"), kind)
        { Summed = true, RowFormula = string.Join(" + ", OverdueBand.All.Select(Key)) };
    }

    static string Key(OverdueBand band) => "age_" + band.Key.Replace('-', '_');

    static ImmutableArray<Amount> Amounts(AgedSum sum) => [.. OverdueBand.All.Select(band => sum[band]), sum.Total];

    static IEnumerable<Cell> Cells(AgedSum sum) => Amounts(sum).Select(amount => (Cell)amount);
}
