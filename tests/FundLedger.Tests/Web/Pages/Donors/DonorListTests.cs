using System.Net;
using FundLedger.Donors;
using FundLedger.Pledges;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Web.Pages.Donors;

public sealed class DonorListTests : IClassFixture<DeskLedger>
{
    readonly DeskLedger _desk;

    public DonorListTests(DeskLedger desk)
    {
        _desk = desk;
        if (desk.Test.Ledger.Standing.Donors.All.Any(donor => donor.Code == "XSS")) return;
        var ledger = desk.Test.Ledger;
        ledger.Promise("P-1", "2025-01-10", Euro(950));
        ledger.Pay("R-1", "2025-03-10", Euro(475), "P-1");
        ledger.Pledges.Add(new NewPledge("SWE", "UPR-P", Day("2025-01-10"), Euro(950)) { Reference = "P-2", Status = Rung.Signed }, Clerk).ShouldBeDone();
        ledger.Donors.AddOne(new Donor("XSS", "<script>alert(1)</script> & \"friends\"", DonorKind.Ngo), true, Clerk).ShouldBeDone();
    }

    [Fact]
    public void The_list_shows_where_each_donor_stands_and_adds_it_up()
    {
        using var browser = _desk.SignedIn("clerk");
        var page = browser.Page("/donors?standing=owes");
        page.ShouldContain("<a href=\"/donors/NOR\">Norway</a>");
        page.ShouldContain("<td class=\"num\">500</td>");
        page.ShouldContain("<td class=\"num\">1,500</td>");
        page.ShouldContain("1–2 of 2");
    }

    [Fact]
    public void A_filter_finds_names_however_they_are_written()
    {
        using var browser = _desk.SignedIn("clerk");
        browser.Page("/donors?text=cote+d+ivoire").ShouldContain("1–1 of 1");
        browser.Page("/donors?text=nothing-of-that-name").ShouldContain("Nothing matches.");
    }

    [Fact]
    public void The_order_and_the_place_stand_in_the_address()
    {
        using var browser = _desk.SignedIn("clerk");
        var page = browser.Page("/donors?sort=code&order=down");
        page.ShouldContain("aria-sort=\"descending\"");
        page.IndexOf(">ZWE<", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf(">ZMB<", StringComparison.Ordinal));
        page.ShouldContain("/donors?order=down&amp;page=2&amp;sort=code");
        browser.Page("/donors?page=2").ShouldContain("51–100 of");
    }

    [Fact]
    public void Files_hold_what_the_filter_finds_in_the_order_of_the_list()
    {
        using var browser = _desk.SignedIn("clerk");
        var answer = browser.Get("/donors?standing=owes&sort=outstanding&order=up&export=csv");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("donors.csv");
        var lines = Browser.Text(answer).TrimEnd().Split("\r\n");
        lines.Length.ShouldBe(3);
        lines[1].ShouldStartWith("Norway,NOR,");
        Browser.Text(browser.Get("/donors?export=xlsx")).ShouldStartWith("PK");
    }

    [Fact]
    public void Names_are_text_and_never_markup()
    {
        using var browser = _desk.SignedIn("clerk");
        var page = browser.Page("/donors?kind=ngo&text=%22%3E%3Cscript%3E");
        page.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        page.ShouldNotContain("<script>alert");
        page.ShouldContain("value=\"&quot;&gt;&lt;script&gt;\"");
    }

    [Fact]
    public void A_person_with_one_fund_sees_the_figures_of_that_fund_only()
    {
        using var browser = _desk.SignedIn("vera");
        var page = browser.Page("/donors?standing=owes");
        page.ShouldContain("Norway");
        page.ShouldNotContain("Sweden");
        page.ShouldNotContain("UPR-P");
        browser.Page("/donors?standing=owes&fund=UPR-P").ShouldContain("Nothing matches.");
    }

    [Theory]
    [InlineData("anna"), InlineData("clerk"), InlineData("cleo"), InlineData("dora")]
    public void Every_role_reads_it(string name)
    {
        using var browser = _desk.SignedIn(name);
        browser.Get("/donors").StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
