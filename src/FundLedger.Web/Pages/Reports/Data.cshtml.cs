using FundLedger.Checks;
using FundLedger.Data.Reports;
using FundLedger.Reporting.Exports;
using FundLedger.Web.Access;
using FundLedger.Web.Forms;
using FundLedger.Web.Lists;
using FundLedger.Web.Reports;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Reports;

/// <summary>Contributions and the journal itself as files for other programs.</summary>
[Asks(AllFunds = true)]
public sealed class DataPage : DeskPage
{
    public IEnumerable<Choice> Kinds => DataKind.Names.Select(name => new Choice(name, Words["data." + name]));

    public IActionResult OnGet()
    {
        Title = Words["page.data"];
        if (Address["as"] is not { } format || !ListingWriter.Formats.Contains(format)) return Page();
        var (from, to) = (Form.Day("from", Ledger.Today), Form.Day("to", Ledger.Today));
        var filter = Filter(from, to);
        Form.Refuse(filter.Problems);
        if (Form.IsRefused) return Again();
        var file = ListingFile.Of(DataKind.Find(Form["data"])(Ledger, filter.Value), format);
        return File(file.Content, file.Type, file.Name);
    }

    Outcome<ContributionFilter> Filter(DateOnly? from, DateOnly? to)
    {
        var filter = new ContributionFilter { Fund = Form.Text("fund"), From = from ?? DateOnly.MinValue, To = to ?? DateOnly.MaxValue };
        return Form.Text("donor") is not { } name ? filter
            : Ledger.Standing.Donors.Find(name).Then<ContributionFilter>(donor => filter with { Donor = donor.Code });
    }
}
