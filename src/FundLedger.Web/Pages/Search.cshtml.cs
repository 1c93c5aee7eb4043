using FundLedger.Data.Search;
using FundLedger.Web.Lists;
using FundLedger.Web.Pages.Payments;
using FundLedger.Web.Pages.Pledges;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages;

/// <summary>Finds donors, promises and money by name, reference, amount or number.</summary>
public sealed class SearchPage : DeskPage
{
    public Found? Found { get; private set; }

    public ListView Pledges => ListOf("pledges", PledgeColumns.Of(this), Found!.Pledges);

    public ListView Payments => ListOf("payments", PaymentColumns.Of(this), Found!.Payments);

    public IActionResult OnGet()
    {
        Title = Words["page.search"];
        if (Address["q"] is not { } text) return Page();
        Found = Ledger.Search.Find(text);
        // A single find is gone to at once.
        return Found switch
        {
            { Donors: [var only], Pledges: [], Payments: [] } => LocalRedirect("/donors/" + only.Code),
            { Donors: [], Pledges: [var only], Payments: [] } => LocalRedirect(FormattableString.Invariant($"/pledges/{only.Entry}")),
            { Donors: [], Pledges: [], Payments: [var only] } => LocalRedirect(FormattableString.Invariant($"/payments/{only.Entry}")),
            _ => Page(),
        };
    }
}
