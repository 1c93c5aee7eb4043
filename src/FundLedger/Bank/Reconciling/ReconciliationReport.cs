using System.Collections.Immutable;
using FundLedger.Money;
using FundLedger.Reports;

namespace FundLedger.Bank.Reconciling;

/// <summary>The reconciliation statement of a bank account, for the file of the certifying officer.</summary>
public static class ReconciliationReport
{
    static readonly ImmutableArray<Column> Columns =
    [
        new("what", "", ColumnKind.Text, 5), new("date", "Date", ColumnKind.Date, 1.6), new("reference", "Reference", ColumnKind.Text, 2),
        new("amount", "Amount", ColumnKind.Money, 2.4),
    ];

    public static Document Document(Reconciliation reconciliation) => new(FaceOf(reconciliation.Material),
    [
        new Paragraph(Summary(reconciliation)),
        new TableBlock(Table(reconciliation)),
        new Signatures([new Signature("Certifying Officer", null, "I certify that the balances agree with the bank and the ledger.")]),
    ]);

    public static Workbook Workbook(Reconciliation reconciliation) => new(FaceOf(reconciliation.Material),
        [new Sheet("Reconciliation", Table(reconciliation)) { Lines = [Summary(reconciliation)] }]);

    public static Table Table(Reconciliation one)
    {
        var material = one.Material;
        return new Table("reconciliation", $"Account {material.Account}", Columns,
        [
            Group("The bank"), .. Bank(one), Subtotal("Bank balance", material.Basis.AsAt, one.BankBalance),
            Group("At the bank and not in the ledger"), .. OnlyAtBank(one), Subtotal("To take off", null, one.OnlyAtBank),
            Group("In the ledger and not at the bank"), .. OnlyInLedger(one), Subtotal("To add", null, one.OnlyInLedger),
            Group("The ledger"),
            Line("Bank balance less and plus the above", null, "", one.BankBalance - one.OnlyAtBank + one.OnlyInLedger),
            Line("Ledger balance", material.Basis.AsAt, "", one.LedgerBalance),
            new Row(RowKind.Total, ["Difference that nothing explains", Cell.Empty, "", one.Difference]),
        ])
        { Unit = $"({material.Currency.Name})", Notes = [.. Notes(one)] };
    }

    static IEnumerable<Row> Bank(Reconciliation one)
    {
        yield return one.Stated is { } stated
            ? Line("Balance that the bank states", stated.LastDay, stated.Number, one.StatedBalance)
            : Line("Opening balance of the first statement", null, "", one.StatedBalance);
        if (!one.Since.IsZero) yield return Line("Booked since", one.Material.Basis.AsAt, "", one.Since);
    }

    static IEnumerable<Row> OnlyAtBank(Reconciliation one)
    {
        if (!one.Before.IsZero) yield return Line("On the account before the first statement held", FirstDay(one), "", one.Before);
        foreach (var held in one.Material.Lines.Items)
            yield return Line(What(held), held.Day, held.Id.ToString(), held.Line.Amount);
        if (Rest(one.Material.Lines, held => held.Line.Amount) is { } rest) yield return rest;
    }

    static IEnumerable<Row> OnlyInLedger(Reconciliation one)
    {
        var earlier = one.Material.EarlierEntries;
        if (earlier.Count > 0)
            yield return Line(FormattableString.Invariant($"{earlier.Count:N0} entries from before the first statement held"),
                FirstDay(one), "", earlier.Sum);
        foreach (var entry in one.Material.Entries.Items)
            yield return Line(entry.Donor.Length > 0 ? entry.Donor : "Without a donor", entry.Date, entry.Reference, entry.Amount);
        if (Rest(one.Material.Entries, entry => entry.Amount) is { } rest) yield return rest;
    }

    /// <summary>One line for all that a long list leaves out.</summary>
    static Row? Rest<T>(Listed<T> listed, Func<T, Amount> amountOf)
    {
        var rest = listed.Items.Aggregate(listed.Sum, (sum, item) => sum - amountOf(item));
        return listed.Count == listed.Items.Length ? null
            : Line(FormattableString.Invariant($"{listed.Count - listed.Items.Length:N0} more"), null, "", rest);
    }

    static string What(HeldLine held)
    {
        var who = held.Line.PayerName.Length > 0 ? held.Line.PayerName : held.Line.Remittance;
        if (who.Length == 0) who = held.Line.Amount.IsNegative ? "Debit" : "Credit";
        return held.LeftReason is { } reason ? $"{who} (left: {reason})" : who;
    }

    static IEnumerable<string> Notes(Reconciliation one)
    {
        if (!one.Material.IsMain)
            yield return "Entries in this currency that no bank line explains are shown with another account of the same currency.";
        foreach (var gap in one.Gaps)
            yield return $"A statement is missing before {DayText.Iso(gap.FirstDay)}: statement {gap.Number} opens with {gap.Opening}, "
                + "with which none that is held closes.";
        if (one.Stated is null && one.Material.Statements.Length > 0) yield return "No statement up to the day states a closing balance.";
    }

    static string Summary(Reconciliation one) =>
        $"At {DayText.Iso(one.Material.Basis.AsAt)} the bank held {one.BankBalance} on account {one.Material.Account} and the ledger says "
        + $"{one.LedgerBalance}. " + (one.Difference.IsZero
            ? "What is listed below explains all of the difference."
            : $"{one.Difference} is explained by nothing and must be found.");

    static DateOnly? FirstDay(Reconciliation one) => one.Material.Statements.MinBy(statement => statement.FirstDay)?.FirstDay;

    static DocumentFace FaceOf(ReconciliationMaterial material) => new(
        DocumentId.Of("REC", material.Account, material.Currency.Code, DayText.Iso(material.Basis.AsAt), material.Basis.Seal),
        $"Bank reconciliation, account {material.Account}", "en", material.Basis.AsAt, material.Basis.AsKnownOn,
        material.Basis.Entry, material.Basis.Seal)
    { Banner = material.Basis.Banner };

    static Row Group(string heading) => new(RowKind.Group, [heading]);

    static Row Line(string what, DateOnly? date, string reference, Amount amount) =>
        Row.Detail(what, date is { } day ? day : Cell.Empty, reference, amount);

    static Row Subtotal(string what, DateOnly? date, Amount amount) =>
        new(RowKind.Subtotal, [what, date is { } day ? day : Cell.Empty, "", amount]);
}
