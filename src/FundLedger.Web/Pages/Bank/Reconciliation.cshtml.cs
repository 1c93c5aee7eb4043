using FundLedger.Bank.Reconciling;
using FundLedger.Checks;
using FundLedger.Html;
using FundLedger.Money;
using FundLedger.Reporting.Excel;
using FundLedger.Pdf;
using FundLedger.Web.Access;
using FundLedger.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Bank;

/// <summary>The bank's balance and the ledger's as at a day, on the screen as on paper.</summary>
[Asks(AllFunds = true)]
public sealed class ReconciliationPage : DeskPage
{
    public IEnumerable<Choice> Accounts => Ledger.Bank.Accounts().Select(one => new Choice(one.Account, $"{one.Account} {one.Currency}"));

    public string? Preview { get; private set; }

    public Reconciliation? Found { get; private set; }

    public IActionResult OnGet()
    {
        Title = Words["page.reconciliation"];
        var account = Address["account"] ?? Ledger.Bank.Accounts().FirstOrDefault()?.Account;
        if (account is null) return Page();
        if (Form["as-at"].Length == 0) Form["as-at"] = DayText.Iso(Ledger.Today);
        Form["account"] = account;
        var day = Form.Day("as-at", Ledger.Today) ?? Ledger.Today;
        if (Form.IsRefused) return Page();
        var read = Ledger.Journal.Known().Then(known => Ledger.Bank.Reconciliation(account, day, known)).Then<Reconciliation>(
            material => Reconciliation.Of(material));
        Form.Refuse(read.Problems);
        return read.IsRefused ? Page() : Shown(read.Value);
    }

    IActionResult Shown(Reconciliation found)
    {
        var name = $"reconciliation-{found.Material.Account}-{DayText.Iso(found.Material.Basis.AsAt)}";
        switch (Address["as"])
        {
            case "pdf":
                return File(PdfWriter.Write(ReconciliationReport.Document(found)), "application/pdf", name + ".pdf");
            case "xlsx":
                return File(WorkbookWriter.Write(ReconciliationReport.Workbook(found)), Workbook, name + ".xlsx");
        }

        (Found, Preview) = (found, HtmlWriter.Fragment(ReconciliationReport.Document(found)));
        return Page();
    }

    const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
