using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Donors;
using FundLedger.Funds;
using FundLedger.Journal;
using FundLedger.Letters;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Letters;

/// <summary>What a letter of thanks for a payment is made from.</summary>
/// <param name="Basis">Day, knowledge and seal.</param>
/// <param name="Donor">Who paid.</param>
/// <param name="Funds">All funds.</param>
/// <param name="Payment">The payment, as it was recorded.</param>
/// <param name="Lines">What it brought to each fund, with its rate.</param>
/// <param name="Figures">The donor's figures up to the day.</param>
/// <param name="Settings">Who writes.</param>
public sealed record AcknowledgementMaterial(
    ReportBasis Basis, Donor Donor, ImmutableArray<Fund> Funds, ReceiptState Payment, ImmutableArray<ContributionLine> Lines,
    Figures Figures, LetterSettings Settings)
{
    public string Language { get; init; } = "en";
}

/// <summary>Thanks a donor for a payment and tells what the year has come to.</summary>
public static class AcknowledgementLetter
{
    public static Outcome<Document> Compose(AcknowledgementMaterial material) => Phrases.In(material.Language).Then(phrases =>
    {
        var table = YearTable(material, phrases);
        var problems = ReportChecks.Of([table], [ReceiptAgreement(material, phrases)]);
        if (!problems.IsEmpty) return (Outcome<Document>)new Refusal(problems);
        var id = DocumentId.Of("LA-" + material.Donor.Code,
            [material.Payment.Reference, phrases.Language, .. DocumentId.PartsOf(material.Basis)]);
        return LetterForm.Compose(id, phrases.Say("thanks.subject", ("reference", material.Payment.Reference)), material.Donor,
            material.Basis, material.Settings, phrases, Text(material, phrases, table));
    });

    static IEnumerable<Block> Text(AcknowledgementMaterial material, Phrases phrases, Table table)
    {
        yield return new Paragraph(Received(material, phrases));
        if (Settled(material, phrases) is { Length: > 0 } settled) yield return new Paragraph(settled);
        yield return new Paragraph(phrases.Say("thanks.year", ("year", Year(material)), ("day", phrases.Figures.Day(material.Basis.AsAt)),
            ("total", phrases.Figures.Dollars(Of(material, null)))));
        yield return new TableBlock(table);
        yield return new Paragraph(phrases["thanks.gratitude"]);
    }

    static string Received(AcknowledgementMaterial material, Phrases phrases)
    {
        var (payment, line) = (material.Payment, material.Lines[0]);
        var isDollar = payment.Amount.Currency == Currency.Usd;
        var usd = Amount.Usd(material.Lines.Sum(one => one.Usd.MinorUnits));
        var fund = material.Funds.FirstOrDefault(one => one.Code == payment.Fund);
        var text = phrases.Say(payment.Form == ContributionForm.InKind ? "thanks.received.in-kind" : "thanks.received",
            ("amount", phrases.Figures.Money(payment.Amount)), ("date", phrases.Figures.Day(payment.Date)),
            ("fund", fund?.NameIn(phrases.Language) ?? payment.Fund));
        return isDollar ? text : text + " " + phrases.Say("thanks.rate", ("usd", phrases.Figures.Money(usd)),
            ("rate", phrases.Figures.Rate(line.Rate)), ("effective", phrases.Figures.Day(line.RateDate)));
    }

    static string Settled(AcknowledgementMaterial material, Phrases phrases)
    {
        var pledges = material.Lines.Select(line => line.Pledge ?? "").Where(pledge => pledge.Length > 0).Distinct().ToArray();
        return pledges.Length == 0 ? "" : phrases.Say("thanks.settles", ("pledges", phrases.Figures.List(pledges)));
    }

    static Table YearTable(AcknowledgementMaterial material, Phrases phrases) => new("year",
        phrases.Say("thanks.table", ("year", Year(material))),
        [
            new Column("fund", phrases["column.fund"], ColumnKind.Text, 4),
            new Column("received", phrases.Say("column.received", ("year", Year(material))), ColumnKind.Dollars) { Summed = true },
        ],
        [
            .. material.Funds.Where(fund => !Of(material, fund.Code).IsZero)
                .Select(fund => Row.Detail(fund.NameIn(phrases.Language), Of(material, fund.Code))),
            new Row(RowKind.Total, [phrases["row.total"], Of(material, null)]),
        ])
    { Unit = phrases["unit.dollars"], Notes = [phrases["thanks.note"]] };

    /// <summary>The payment's lines come to the payment.</summary>
    static Agreement ReceiptAgreement(AcknowledgementMaterial material, Phrases phrases) => new(
        phrases.Say("thanks.subject", ("reference", material.Payment.Reference)), phrases["column.amount"], material.Payment.Amount,
        phrases["agree.listed"],
        material.Lines.Aggregate(Amount.Zero(material.Payment.Amount.Currency), (sum, line) => sum + line.Amount));

    /// <summary>What the donor gave in the year of the payment, less what was given back.</summary>
    static Amount Of(AcknowledgementMaterial material, string? fund)
    {
        var year = material.Figures.InYear(material.Payment.Date.Year);
        var total = (fund is null ? year : year.OfFund(fund)).Total();
        return total.Received - total.Refunded;
    }

    static string Year(AcknowledgementMaterial material) => FigureText.Year(material.Payment.Date.Year);
}
