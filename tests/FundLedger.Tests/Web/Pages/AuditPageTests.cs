using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Web.Pages;

public sealed class AuditPageTests : IDisposable
{
    readonly DeskLedger _desk = new();

    [Fact]
    public void A_row_leads_to_the_pledge_the_payment_and_the_donor_that_it_is_about()
    {
        var pledge = _desk.Test.Ledger.Promise("P-1", "2025-01-10", Euro(950));
        var payment = _desk.Test.Ledger.Pay("R-1", "2025-03-10", Euro(475), "P-1");
        using var browser = _desk.SignedIn("anna");
        var page = browser.Page("/audit?entry-kind=payment");
        page.ShouldContain($"<a href=\"/pledges/{pledge.Entry}\">P-1</a>");
        page.ShouldContain($"<a href=\"/payments/{payment.Entry}\">R-1</a>");
        page.ShouldContain("<a href=\"/donors/NOR\">NOR</a>");
        Browser.Text(browser.Get("/audit?entry-kind=payment&export=csv")).ShouldContain("R-1");
    }

    [Fact]
    public void The_hint_of_an_import_stands_at_imports_and_not_where_a_scan_is_enclosed()
    {
        var pledge = _desk.Test.Ledger.Promise("P-1", "2025-01-10", Euro(950));
        using var browser = _desk.SignedIn("clerk");
        const string hint = "Nothing is recorded before you have seen what would be.";
        browser.Page("/imports").ShouldContain(hint);
        browser.Page($"/pledges/{pledge.Entry}").ShouldContain("type=\"file\"");
        browser.Page($"/pledges/{pledge.Entry}").ShouldNotContain(hint);
    }

    public void Dispose() => _desk.Dispose();
}
