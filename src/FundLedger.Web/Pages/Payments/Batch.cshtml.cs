using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Data.Payments;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Web.Access;
using FundLedger.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Payments;

/// <summary>The names of the fields of a row.</summary>
public static class BatchRow
{
    public static readonly ImmutableArray<string> Columns = ["donor", "amount", "currency", "date", "fund", "pledge", "reference"];

    public static string Name(string column, int row) => column + "-" + row.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Records the payments of a slip, row by row and all or none, against the slip's own count and total.</summary>
[Asks(ToSee = Right.Record)]
public sealed class BatchPage : EntryPage
{
    public const int MostRows = 200;
    const int RowsAtFirst = 12;

    /// <summary>How many rows the form has.</summary>
    public int Shown { get; private set; } = RowsAtFirst;

    /// <summary>What was entered against the slip, in words.</summary>
    public string Control { get; private set; } = "";

    public IActionResult OnGet()
    {
        Title = Words["new.batch"];
        Form["slip-date"] = DayText.Iso(Ledger.Today);
        return Page();
    }

    public IActionResult OnPost()
    {
        Title = Words["new.batch"];
        var last = Enumerable.Range(1, MostRows).LastOrDefault(row => Form.Has(BatchRow.Name("donor", row)));
        Shown = Math.Min(MostRows, Math.Max(RowsAtFirst, Form["do"] == "more" ? last + RowsAtFirst : last));
        if (Form["do"] == "more") return Page();
        var rows = Enumerable.Range(1, last).Where(IsFilled).ToArray();
        ImmutableArray<AddPayment?> payments = [.. rows.Select(Read)];
        if (rows.Length == 0) Form.Refuse([new Problem(Words["batch.empty"], Words["batch.empty.remedy"])]);
        if (!Form.IsRefused) Compare([.. payments.Select(one => one!.Payment.Amount)]);
        if (Form.IsRefused || payments.Any(one => one is null)) return Again();
        var outcome = Ledger.Do(new AddPayments([.. payments.Select(one => one!)]), Author());
        foreach (var problem in outcome.Problems.Where(problem => problem.Row is not null))
            Form.Refuse(FieldOf(problem, rows[(int)problem.Row!.Value - 1]), $"{problem.Message}; {Here(problem).Remedy}");
        return Form.IsRefused ? Again() : Done(outcome, recorded => recorded.Proposal is { } proposal
            ? FormattableString.Invariant($"/entries/{proposal}") : "/payments?sort=date");
    }

    bool IsFilled(int row) => BatchRow.Columns.Any(column => Form[BatchRow.Name(column, row)].Length > 0);

    static string FieldOf(Problem problem, int row) =>
        BatchRow.Name(BatchRow.Columns.Contains(problem.Column ?? "") ? problem.Column! : "donor", row);

    AddPayment? Read(int row)
    {
        string Field(string column) => BatchRow.Name(column, row);
        var donor = Ledger.Standing.Donors.Find(Form[Field("donor")]);
        if (donor.IsRefused) Form.Refuse(Field("donor"), $"{donor.Problems[0].Message}; {donor.Problems[0].Remedy}");
        var currencyField = Form[Field("currency")].Length > 0 ? Field("currency") : "slip-currency";
        var currency = Form.Currency(currencyField, Words["field.currency.unknown"]);
        if (currency is null) Form.Refuse(Field("currency"), Words["form.needed"]);
        if (Form[Field("amount")].Length == 0) Form.Refuse(Field("amount"), Words["form.needed"]);
        if (Form[Field("fund")].Length == 0) Form.Refuse(Field("fund"), Words["form.needed"]);
        var amount = Form.Amount(Field("amount"), currency);
        var day = Form.Day(Form[Field("date")].Length > 0 ? Field("date") : "slip-date", Ledger.Today) ?? Ledger.Today;
        if (donor.IsRefused || amount is null) return null;
        return new AddPayment(new NewPayment(donor.Value.Code, Form[Field("fund")], day, amount.Value)
        { Reference = Form.Text(Field("reference")) },
            Form.Text(Field("pledge")) is { } pledge ? [new AllocationRequest { Pledge = pledge }] : []);
    }

    /// <summary>The slip's own count and total, where they are given, must be those of what was entered.</summary>
    void Compare(ImmutableArray<Amount> amounts)
    {
        if (Form.Text("slip-count") is { } count && count != amounts.Length.ToString(CultureInfo.InvariantCulture))
            Form.Refuse("slip-count", Say("batch.count-differs", ("entered", Notation.Number(amounts.Length))));
        if (Form.Currency("slip-currency", Words["field.currency.unknown"]) is not { } currency) return;
        if (Form.Amount("slip-total", currency) is not { } total) return;
        var entered = amounts.Where(amount => amount.Currency == currency).Aggregate(Amount.Zero(currency), (sum, one) => sum + one);
        if (entered != total)
            Form.Refuse("slip-total", Say("batch.total-differs", ("entered", Money(entered)), ("difference", Money(entered - total))));
    }
}
