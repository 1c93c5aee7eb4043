using System.Collections.Immutable;
using FundLedger.Journal;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Board;

/// <summary>What was pledged and has not been paid, by age.</summary>
static class OutstandingSection
{
    internal static void Write(BoardFacts facts, BoardDraft draft)
    {
        draft.Section("outstanding");
        draft.Paragraphs("outstanding", Paragraphs(facts));
        var signed = Ageing.Of(facts.Sums, facts.Year, Ageing.IsReceivable);
        var pledged = Ageing.Of(facts.Sums, facts.Year, Ageing.IsPledgedOnly);
        if (signed.IsEmpty && pledged.IsEmpty) return;
        var table = ByAge(facts, signed, pledged);
        draft.Numbered(table);
        draft.Add(new ChartBlock(Picture(facts, signed, pledged)));
        draft.Numbered(ByDonor(facts));
        draft.Agree(table.Title, facts.Say("column.receivable"), signed.Total, facts.Say("agree.receivable"),
            facts.Total.Receivable);
        draft.Agree(table.Title, facts.Say("row.total"), signed.Total + pledged.Total, facts.Say("agree.outstanding"),
            facts.Total.Outstanding);
        draft.Agree(table.Title, facts.Say("agree.outstanding"), facts.Total.Outstanding,
            facts.Say("agree.pledged-less-paid"),
            facts.Total.Pledged - facts.Total.Paid - facts.Total.WrittenOff + facts.Total.Revalued);
    }

    static IEnumerable<string> Paragraphs(BoardFacts facts)
    {
        yield return PledgeWords.Outstanding(facts);
        if (PledgeWords.Announced(facts) is { Length: > 0 } announced) yield return announced;
        if (!facts.Total.Outstanding.IsZero) yield return facts.Say("outstanding.table");
    }

    static Table ByAge(BoardFacts facts, Ageing signed, Ageing pledged) => new("ageing", facts.Say("ageing.title"),
        [
            new Column("age", facts.Say("column.age"), ColumnKind.Text, 2.6),
            new Column("receivable", facts.Say("column.receivable"), ColumnKind.WholeDollars) { Summed = true },
            new Column("pledged", facts.Say("column.pledged-only"), ColumnKind.WholeDollars) { Summed = true },
            new Column("total", facts.Say("row.total"), ColumnKind.WholeDollars)
            { Summed = true, RowFormula = "receivable + pledged" },
            new Column("share", facts.Say("column.share-total"), ColumnKind.Percent, 0.8),
        ],
        [
            .. Ageing.Bands.Select(band => Row.Detail(AgeWords.Long(facts, band), signed[band], pledged[band],
                signed[band] + pledged[band],
                new PercentCell(FigureText.PerMille(signed[band] + pledged[band], facts.Total.Outstanding)))),
            new Row(RowKind.Total, [facts.Say("row.total"), facts.Total.Receivable,
                facts.Total.Outstanding - facts.Total.Receivable, facts.Total.Outstanding, new PercentCell(1000)]),
        ])
    {
        Unit = facts.Say("unit.dollars"),
        Notes = [facts.Say(facts.IsYearEnd ? "ageing.note" : "ageing.note-part"), facts.Say("note.rounding")],
    };

    static Chart Picture(BoardFacts facts, Ageing signed, Ageing pledged) => new(
        ChartKind.HorizontalBars, facts.Say("ageing.chart"),
        [.. Ageing.Bands.Select(band => AgeWords.Long(facts, band))],
        [
            new Series(facts.Say("row.total"), "outstanding",
                [.. Ageing.Bands.Select(band => FigureText.WholeDollars(signed[band] + pledged[band]))]),
        ],
        facts.Say("ageing.chart-description"))
    {
        Unit = facts.Say("unit.short"),
        CategoryHues = ["pledged", "signed", "overdue-1", "overdue-2", "overdue-3", "overdue-4"],
    };

    internal static Table ByDonor(BoardFacts facts)
    {
        var ageing = Ageing.By(facts.Figures, facts.Year, _ => true, figure => figure.Donor);
        var total = Ageing.Of(facts.Sums, facts.Year, _ => true);
        return new Table("ageing-by-donor", facts.Say("ageing.by-donor"),
            [.. AgeColumns(facts, ColumnKind.WholeDollars)],
            DonorRows.Of(facts.Donors, facts.Phrases, ageing.Keys, code =>
                [.. Ageing.Bands.Select(band => ageing[code][band]), facts.AtEnd[code].Outstanding],
                [.. Ageing.Bands.Select(band => total[band]), facts.Total.Outstanding]))
        { Unit = facts.Say("unit.dollars") };
    }

    static IEnumerable<Column> AgeColumns(BoardFacts facts, ColumnKind kind) =>
    [
        new Column("donor", facts.Say("column.donor"), ColumnKind.Text, 2.2),
        .. AgeWords.Columns(facts, kind),
    ];
}
