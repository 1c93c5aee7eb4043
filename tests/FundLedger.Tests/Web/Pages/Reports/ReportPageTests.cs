using System.Net;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Web.Pages.Reports;

public sealed class ReportPageTests : IDisposable
{
    readonly DeskLedger _desk = new();

    public ReportPageTests()
    {
        _desk.Test.Ledger.Promise("P-1", "2025-01-10", Euro(950));
        _desk.Test.Ledger.Pay("R-1", "2025-03-10", Euro(475), "P-1");
    }

    [Fact]
    public void The_preview_is_the_accessible_page_and_looking_puts_nothing_on_record()
    {
        using var browser = _desk.SignedIn("clerk");
        var page = browser.Page("/reports?fund=VFTC&year=2025");
        page.ShouldContain("<article class=\"report\" lang=\"en\">");
        page.ShouldNotContain(" style=");
        _desk.Test.Ledger.Reports.All().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("pdf", "%PDF", "board")]
    [InlineData("xlsx", "PK", "workbook")]
    public void A_file_that_is_taken_is_put_on_record(string form, string beginning, string name)
    {
        using var browser = _desk.SignedIn("clerk");
        var answer = browser.Post("/reports", ("fund", "VFTC"), ("year", "2025"), ("language", "en"), ("as", form));
        Browser.Text(answer).ShouldStartWith(beginning);
        _desk.Test.Ledger.Reports.All().Single().Report.Name.ShouldBe(name);
    }

    [Fact]
    public void An_auditor_takes_it_and_writes_nothing()
    {
        using var browser = _desk.SignedIn("dora");
        Browser.Text(browser.Post("/reports", ("fund", "all"), ("year", "2025"), ("language", "en"), ("as", "pdf"))).ShouldStartWith("%PDF");
        _desk.Test.Ledger.Reports.All().ShouldBeEmpty();
    }

    [Fact]
    public void Figures_that_changed_since_are_shown_as_printed_and_as_now()
    {
        using var browser = _desk.SignedIn("clerk");
        browser.Post("/reports", ("fund", "VFTC"), ("year", "2025"), ("language", "en"), ("as", "pdf"));
        browser.Page("/reports/issued").ShouldContain("holds");
        _desk.Test.Ledger.Pay("R-2", "2025-05-10", Euro(95), "P-1");
        browser.Page("/reports/issued").ShouldContain("changed since");
        var entry = _desk.Test.Ledger.Reports.All().Single().Entry;
        var page = browser.Page(FormattableString.Invariant($"/reports/issued/{entry}"));
        page.ShouldContain("<td class=\"num\">500.00</td>");
        page.ShouldContain("<td class=\"num\">600.00</td>");
    }

    [Fact]
    public void A_person_with_one_fund_gets_no_report_of_another_or_of_all()
    {
        using var browser = _desk.SignedIn("vera");
        browser.Page("/reports?fund=UPR-P&year=2025").ShouldContain("outside your funds");
        browser.Post("/reports", ("fund", "all"), ("year", "2025"), ("language", "en"), ("as", "pdf")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Page("/reports?fund=VFTC&year=2025").ShouldContain("<article");
    }

    public void Dispose() => _desk.Dispose();
}
