using FundLedger.Data.Payments;
using FundLedger.Data.Reports;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Web.Access;
using FundLedger.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Payments;

/// <summary>Records money that was received, and what it settles.</summary>
[Asks(ToSee = Right.Record)]
public sealed class NewPaymentPage : EntryPage
{
    public IEnumerable<Choice> Forms => Choices<ContributionForm>("form");

    /// <summary>The open pledges of the donor, once he is known.</summary>
    public TargetFields Targets => field ??= new TargetFields(
        this, Donor?.Code, Currency.TryFind(Form["currency"], out var known) ? known : null);

    public IActionResult OnGet()
    {
        Title = Words["new.payment"];
        Form["date"] = DayText.Iso(Ledger.Today);
        if (Address["donor"] is { } code) Form["donor"] = DonorName(code);
        if (long.TryParse(Address["pledge"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture,
            out var entry)) FillFrom(entry);
        if (Form["donor"].Length > 0) FindDonor();
        return Page();
    }

    public IActionResult OnPost()
    {
        Title = Words["new.payment"];
        FindDonor();
        if (Form["do"] == "show") return Page();
        var amount = AmountOrRefused(CurrencyOrRefused());
        var (day, fund, targets) = (DayOrToday(), FundOrRefused(), Targets.Read());
        if (Form.IsRefused || Donor is null || amount is null || Form["do"] is not ("record" or "record-next")) return Again();
        return Done(Ledger.Do(new AddPayment(new NewPayment(Donor.Code, fund, day, amount.Value)
        {
            Reference = Form.Text("reference"),
            Form = Form.OneOf<ContributionForm>("form") ?? ContributionForm.Monetary,
            Earmarking = Form.Text("earmarking"),
            Note = Form.Text("note"),
        }, targets), Author()), recorded => Form["do"] == "record-next" ? "/payments/new"
            : recorded.Proposal is { } proposal ? FormattableString.Invariant($"/entries/{proposal}")
            : FormattableString.Invariant($"/payments/{recorded.Entry}"));
    }

    /// <summary>The pledge for which the money came fills the form with what is due next.</summary>
    void FillFrom(long entry)
    {
        if (Ledger.PledgeLines.Page(new PledgeFilter { Entry = entry }, DateOnly.MaxValue, Ledger.Journal.Known().Value)
            .FirstOrDefault() is not { } pledge) return;
        Form["donor"] = DonorName(pledge.Donor);
        Form["fund"] = pledge.Fund;
        Form["currency"] = pledge.Currency.Code;
        Form["amount"] = (Ledger.Pledges.Instalments(entry).FirstOrDefault(part => !part.Outstanding.IsZero)?.Outstanding
            ?? pledge.Outstanding).ToPlainText();
        Form[TargetFields.Name(pledge)] = TargetFields.All;
    }
}
