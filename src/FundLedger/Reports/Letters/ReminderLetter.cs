using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Donors;
using FundLedger.Funds;
using FundLedger.Letters;
using FundLedger.Money;
using FundLedger.Reports.Board;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Letters;

/// <summary>What a letter that reminds a donor of overdue instalments is made from.</summary>
public sealed record ReminderMaterial(
    ReportBasis Basis, Donor Donor, ImmutableArray<Fund> Funds, ImmutableArray<DueReminder> Due, LetterSettings Settings)
{
    public string Language { get; init; } = "en";
}

/// <summary>Reminds a donor of what is overdue: kindly at first, then with more weight.</summary>
public static class ReminderLetter
{
    /// <summary>The wording has so many steps; later ones use the last.</summary>
    const int Steps = 3;

    public static Outcome<Document> Compose(ReminderMaterial material) => Phrases.In(material.Language).Then(phrases =>
    {
        var table = Instalments(material, phrases);
        var problems = ReportChecks.Of([table], []);
        if (!problems.IsEmpty) return (Outcome<Document>)new Refusal(problems);
        var step = material.Due.Max(one => one.Step);
        var id = DocumentId.Of("LR-" + material.Donor.Code,
        [
            phrases.Language, .. DocumentId.PartsOf(material.Basis),
            .. material.Due.Select(one => FormattableString.Invariant($"{one.Claim.Pledge}#{one.Claim.Instalment}:{one.Step}")),
        ]);
        return LetterForm.Compose(id, phrases["reminder.subject"], material.Donor, material.Basis, material.Settings, phrases,
        [
            new Paragraph(phrases.Say("reminder.text." + FigureText.Plain(Math.Min(step, Steps)),
                ("day", phrases.Figures.Day(material.Basis.AsAt)), ("count", phrases.Count("instalments", material.Due.Length)))),
            new TableBlock(table),
            new Paragraph(phrases["reminder.disregard"]),
        ]);
    });

    /// <summary>Each currency has its own total, since amounts of two never add up.</summary>
    static Table Instalments(ReminderMaterial material, Phrases phrases) => new("overdue", phrases["reminder.table"],
        [
            new Column("fund", phrases["column.fund"], ColumnKind.Text, 1),
                new Column("reference", phrases["column.reference"], ColumnKind.Text, 1.8),
            new Column("instalment", phrases["column.instalment"], ColumnKind.Count, 0.9),
            new Column("due", phrases["column.due"], ColumnKind.Date, 1.2),
            new Column("days_overdue", phrases["column.days-overdue"], ColumnKind.Count, 0.9),
            new Column("currency", phrases["column.currency"], ColumnKind.Text, 0.8),
            new Column("amount", phrases["column.open"], ColumnKind.Money, 1.6) { Summed = true },
        ],
        [
            .. material.Due.GroupBy(one => one.Claim.Amount.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal)
                .SelectMany(group => Rows(group.Key, [.. group], material, phrases)),
        ])
    { Notes = [.. Notes(material, phrases)] };

    static IEnumerable<Row> Rows(Currency currency, ImmutableArray<DueReminder> due, ReminderMaterial material, Phrases phrases)
    {
        yield return new Row(RowKind.Group, [currency.Code]);
        foreach (var (claim, _) in due)
            yield return Row.Detail(claim.Fund, claim.Reference, new CountCell(claim.Instalment), claim.Due,
                new CountCell(claim.DaysOverdue(material.Basis.AsAt)), currency.Code, claim.Amount);
        yield return new Row(RowKind.Subtotal, [phrases["row.total"], "", "", "", "", currency.Code,
            due.Aggregate(Amount.Zero(currency), (sum, one) => sum + one.Claim.Amount)]);
    }

    static IEnumerable<string> Notes(ReminderMaterial material, Phrases phrases) => material.Funds
        .Where(fund => material.Due.Any(one => one.Claim.Fund == fund.Code))
        .Select(fund => phrases.Say("reminder.fund", ("code", fund.Code), ("name", fund.NameIn(phrases.Language))));
}
