using FundLedger.Money;
using FundLedger.Web.Forms;

namespace FundLedger.Web.Pages;

/// <summary>The donor and the days that a list is narrowed to, as they were typed into its filter.</summary>
sealed record Narrowing(string? Donor, DateOnly From, DateOnly To)
{
    /// <summary>No donor has this code: a name that is nobody's finds nothing, and not everything.</summary>
    const string Nobody = "?";

    internal static Narrowing Of(DeskPage page)
    {
        string? donor = null;
        if (page.Address["donor"] is { } asked)
        {
            var found = page.Ledger.Standing.Donors.Find(asked);
            if (found.IsRefused) page.Form.Refuse("donor", $"{found.Problems[0].Message}; {found.Problems[0].Remedy}");
            donor = found.IsRefused ? Nobody : found.Value.Code;
        }

        return new Narrowing(donor, page.Form.Day("from", page.Ledger.Today) ?? DateOnly.MinValue,
            page.Form.Day("to", page.Ledger.Today) ?? DateOnly.MaxValue);
    }
}
