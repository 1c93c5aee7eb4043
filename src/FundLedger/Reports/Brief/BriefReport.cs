using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Money;
using FundLedger.Reports.Board;
using FundLedger.Reports.Donors;
using FundLedger.Reports.Receivables;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Brief;

/// <summary>What the brief is made from: the material of all funds, and what is open to the day it falls due.</summary>
public sealed record BriefMaterial(BoardMaterial Board, ImmutableArray<OpenClaim> Claims);

/// <summary>
/// The brief for the Council's session each March, one page across the funds: what was received and pledged, who gave for the
/// first time, came back or never gave, and what is overdue (resolution 36/28, paras. 6 to 8).
/// </summary>
public static class BriefReport
{
    public static Outcome<ComposedReport> Compose(BriefMaterial material) => Phrases.In(material.Board.Language).Then(phrases =>
    {
        var facts = new BoardFacts(material.Board, phrases);
        var (funds, donors) = (Funds(facts, material), GivingTable.Of(facts) with { Notes = [facts.Say("funds.donors-note")] });
        var problems = ReportChecks.Of([funds, donors],
        [
            new Agreement(facts.Say("brief.title"), facts.Say("agree.listed"), DonorRows.Sum(material.Claims.Select(claim => claim.Usd)),
                facts.Say("agree.outstanding"), facts.Total.Outstanding),
        ]);
        if (!problems.IsEmpty) return (Outcome<ComposedReport>)new Refusal(problems);
        var id = DocumentId.Of($"MB-{FigureText.Year(facts.Year)}", DocumentId.PartsOf(material.Board));
        var face = FrameWording.FaceOf(id, facts.Say("brief.title"), material.Board.Basis, phrases);
        return new ComposedReport(
            new Document(face,
            [
                Figures(facts, material), new Paragraph(Text(facts)), new TableBlock(funds), new TableBlock(donors),
                new ChartBlock(RegionTable.Picture(facts)),
            ]),
            new Workbook(face,
            [
                new Sheet(facts.Say("sheet.summary"), funds) { Lines = [Text(facts)] }, new Sheet(facts.Say("donors.heading"), donors),
            ]));
    });

    static KeyFigures Figures(BoardFacts facts, BriefMaterial material) => new(
    [
        new KeyFigure(facts.Say("key.received"), facts.Dollars(facts.Of(facts.Year).Received), null, "received"),
        new KeyFigure(facts.Say("column.pledged"), facts.Dollars(facts.Of(facts.Year).Pledged), null, "pledged"),
        new KeyFigure(facts.Say("key.donors"), facts.Phrases.Figures.Whole(facts.Base.Gave.Length)),
        new KeyFigure(facts.Say("brief.overdue"), facts.Dollars(Overdue(facts, material, null)), null, "outstanding"),
    ]);

    static string Text(BoardFacts facts)
    {
        var gave = facts.Base.Gave;
        var never = facts.Base[Giving.Never].Length;
        return string.Join(' ', ContributionWords.Received(facts), facts.Say("brief.text",
            ("new", facts.Phrases.Count("donors", facts.Base[Giving.FirstTime].Length)),
            ("returning", facts.Phrases.Count("donors", facts.Base[Giving.Returning].Length)),
            ("never", facts.Phrases.Count("never", never)),
            ("ldc", facts.Phrases.Count("donors", gave.Count(donor => donor.IsLdc))),
            ("sids", facts.Phrases.Count("donors", gave.Count(donor => donor.IsSids)))));
    }

    static Table Funds(BoardFacts facts, BriefMaterial material) => new("brief", facts.Say("funds.table"),
        [
            new Column("fund", facts.Say("column.fund"), ColumnKind.Text, 1.8),
            Money("received", facts.Say("column.received")), Money("received_before", facts.Say("column.received_before")),
            Money("pledged", facts.Say("column.pledged")), Money("outstanding", facts.Say("column.outstanding")),
            Money("overdue", facts.Say("brief.overdue")),
        ],
        [
            .. facts.Each.Select(fund => RowOf(fund, material, RowKind.Detail, FundTable.Name(fund), fund.Funds[0].Code)),
            RowOf(facts, material, RowKind.Total, facts.Say("row.total"), null),
        ])
    { Unit = facts.Say("unit.dollars"), Notes = [facts.Say("brief.note")] };

    static Row RowOf(BoardFacts facts, BriefMaterial material, RowKind kind, string name, string? fund) => new(kind,
    [
        name, facts.Of(facts.Year).Received, facts.Of(facts.Year - 1).Received, facts.Of(facts.Year).Pledged, facts.Total.Outstanding,
        Overdue(facts, material, fund),
    ]);

    /// <summary>What fell due before the day and is still open, of agreements and of written pledges.</summary>
    static Amount Overdue(BoardFacts facts, BriefMaterial material, string? fund) => DonorRows.Sum(material.Claims
        .Where(claim => (fund is null || claim.Fund == fund) && claim.DaysOverdue(facts.Day) > 0).Select(claim => claim.Usd));

    static Column Money(string key, string heading) => new(key, heading, ColumnKind.WholeDollars) { Summed = true };
}
