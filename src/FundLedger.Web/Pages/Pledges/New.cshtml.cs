using FundLedger.Data.Pledges;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Pledges;
using FundLedger.Web.Access;
using FundLedger.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Pledges;

/// <summary>Records a promise.</summary>
[Asks(ToSee = Right.Record)]
public sealed class NewPledgePage : EntryPage
{
    public IEnumerable<Choice> Rungs => Choices<Rung>("rung");

    public IEnumerable<Choice> Forms => Choices<ContributionForm>("form");

    public IActionResult OnGet()
    {
        Title = Words["new.pledge"];
        if (Address["donor"] is { } code) Form["donor"] = DonorName(code);
        Form["date"] = DayText.Iso(Ledger.Today);
        Form["rung"] = Word.Of(Rung.Pledged);
        return Page();
    }

    public IActionResult OnPost()
    {
        Title = Words["new.pledge"];
        FindDonor();
        var amount = AmountOrRefused(CurrencyOrRefused());
        var day = DayOrToday();
        var plan = PlanFields.Each(Form, amount, Ledger.Today) ?? PlanFields.Read(Form, Ledger.Today, day);
        var fund = FundOrRefused();
        if (Form.IsRefused || Donor is null || amount is null || Form["do"] is not ("record" or "record-next")) return Again();
        return Done(Ledger.Do(new AddPledge(new NewPledge(Donor.Code, fund, day, amount.Value)
        {
            Reference = Form.Text("reference"),
            Status = Form.OneOf<Rung>("rung") ?? Rung.Pledged,
            Form = Form.OneOf<ContributionForm>("form") ?? ContributionForm.Monetary,
            Earmarking = Form.Text("earmarking"),
            Note = Form.Text("note"),
            Plan = plan,
        }), Author()), recorded => Form["do"] == "record-next" ? "/pledges/new"
            : recorded.Proposal is { } proposal ? FormattableString.Invariant($"/entries/{proposal}")
            : FormattableString.Invariant($"/pledges/{recorded.Entry}"));
    }
}
