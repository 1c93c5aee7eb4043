using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Donors;
using FundLedger.Funds;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Pledges;
using FundLedger.Reports.Board;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Donors;

/// <summary>What a donor's statement is made from: all of its pledges, payments and figures up to the day.</summary>
public sealed record DonorStatementMaterial(
    ReportBasis Basis, Donor Donor, ImmutableArray<Fund> Funds, int From, int To, Figures Figures, ImmutableArray<PledgeLine> Pledges,
    ImmutableArray<ContributionLine> Contributions)
{
    public string Language { get; init; } = "en";
}

/// <summary>
/// "What has this donor given, and what is still owed?": across funds and years, in original currency and in US$.
/// </summary>
public static class DonorStatement
{
    public static Outcome<ComposedReport> Compose(DonorStatementMaterial material)
    {
        if (material.From > material.To)
            return new Problem($"the years {material.From} to {material.To} are no period",
                "give the earlier year first")
            { Column = "from" };
        return Phrases.In(material.Language).Then(phrases =>
        {
            var facts = new DonorStatementFacts(material, phrases);
            var (years, pledges, payments) = (StatementYears.Of(facts), Pledges(facts), Payments(facts));
            var problems = ReportChecks.Of([years, pledges, payments], Agreements(facts));
            return problems.IsEmpty ? Compose(facts, years, pledges, payments) : (Outcome<ComposedReport>)new Refusal(problems);
        });
    }

    static ComposedReport Compose(DonorStatementFacts facts, Table years, Table pledges, Table payments)
    {
        var material = facts.Material;
        var id = DocumentId.Of($"DS-{material.Donor.Code}",
        [
            facts.Phrases.Language, FigureText.Year(material.From), FigureText.Year(material.To), .. DocumentId.PartsOf(material.Basis),
        ]);
        var face = FrameWording.FaceOf(id, facts.Say("donor.title", ("donor", facts.Name)), material.Basis, facts.Phrases);
        ImmutableArray<string> texts = [.. Paragraphs(facts)];
        ImmutableArray<Table> tables = [CurrencyTable.Of(facts), years, pledges, payments];
        return new ComposedReport(
            new Document(face,
            [
                .. texts.Select(text => new Paragraph(text)),
                .. tables.Where(table => table.Rows.Length > 1 || table.Name is "years" or "currencies")
                    .Select(table => new TableBlock(table)),
            ]),
            new Workbook(face,
            [
                new Sheet(facts.Say("sheet.years"), years) { Lines = texts, FrozenColumns = 2 },
                new Sheet(facts.Say("sheet.pledges"), pledges) { FrozenColumns = 2 },
                new Sheet(facts.Say("sheet.contributions"), payments) { FrozenColumns = 2 },
            ]));
    }

    static IEnumerable<string> Paragraphs(DonorStatementFacts facts)
    {
        yield return facts.Say("donor.period");
        yield return facts.Say("donor.sum", ("pledged", facts.Dollars(facts.Period.Pledged)),
            ("received", facts.Dollars(DonorStatementFacts.Net(facts.Period))),
            ("outstanding", facts.Dollars(facts.Balance.Outstanding)), ("receivable", facts.Dollars(facts.Balance.Receivable)));
        if (!facts.Balance.Unallocated.IsZero)
            yield return facts.Say("donor.unallocated", ("amount", facts.Dollars(facts.Balance.Unallocated)));
        if (!facts.Balance.Announced.IsZero)
            yield return facts.Say("donor.announced", ("amount", facts.Dollars(facts.Balance.Announced)));
    }

    /// <summary>Pledges of the period, and older ones of which something is open.</summary>
    static Table Pledges(DonorStatementFacts facts) => new("pledges", facts.Say("donor.pledges"),
        [
            Text(facts, "fund", 1), Text(facts, "reference", 1.7), Day(facts, "date"),
            Text(facts, "rung", 0.9), Text(facts, "currency", 0.8),
            Money("promised", facts.Say("column.promised")), Money("paid", facts.Say("sheet.column.paid")),
            Money("outstanding", facts.Say("column.open")),
            new Column("usd", facts.Say("column.open-usd"), ColumnKind.Dollars, 1.3) { Summed = true },
        ],
        [
            .. facts.Pledges.Select(line => Row.Detail(line.Fund, line.Reference, line.Date, facts.Say("rung." + Word.Of(line.Rung)),
                line.Currency.Code, line.Promised, line.Paid, line.Outstanding, line.OutstandingUsd)),
            new Row(RowKind.Total,
                [facts.Say("row.total"), "", "", "", "", "", "", "", DonorRows.Sum(facts.Pledges.Select(line => line.OutstandingUsd))]),
        ])
    { Notes = [facts.Say("annex.pledges-note")] };

    static Table Payments(DonorStatementFacts facts) => new("payments", facts.Say("donor.payments"),
        [
            Text(facts, "fund", 1), Text(facts, "reference", 1.9), Day(facts, "date"),
            Text(facts, "kind", 1), Text(facts, "currency", 0.8),
            Money("amount", facts.Say("column.amount")), new Column("rate", facts.Say("column.rate"), ColumnKind.Rate, 0.9),
            new Column("usd", facts.Say("column.usd"), ColumnKind.Dollars, 1.3) { Summed = true },
        ],
        [
            .. facts.Payments.Select(line => Row.Detail(line.Fund, line.Reference, line.Date, facts.Say("kind." + Word.Of(line.Kind)),
                line.Amount.Currency.Code, line.Amount, new RateCell(line.Rate), line.Usd)),
            new Row(RowKind.Total,
                [facts.Say("row.total"), "", "", "", "", "", "", DonorStatementFacts.Net(facts.Period)]),
        ])
    { Notes = [facts.Say("donor.payments-note")] };

    /// <summary>The lists say the same as the journal.</summary>
    static IEnumerable<Agreement> Agreements(DonorStatementFacts facts)
    {
        var name = facts.Say("donor.title", ("donor", facts.Name));
        yield return new Agreement(name, facts.Say("column.open-usd"), DonorRows.Sum(facts.Pledges.Select(line => line.OutstandingUsd)),
            facts.Say("agree.outstanding"), facts.Balance.Outstanding + facts.Balance.Announced);
        yield return new Agreement(name, facts.Say("sheet.column.received"), DonorRows.Sum(facts.Payments.Select(line => line.Usd)),
            facts.Say("agree.net-received"), DonorStatementFacts.Net(facts.Period));
    }

    static Column Text(DonorStatementFacts facts, string key, double width) =>
        new(key, facts.Say("column." + key), ColumnKind.Text, width);

    static Column Day(DonorStatementFacts facts, string key) => new(key, facts.Say("column." + key), ColumnKind.Date, 1.2);

    static Column Money(string key, string heading) => new(key, heading, ColumnKind.Money, 1.5);
}
