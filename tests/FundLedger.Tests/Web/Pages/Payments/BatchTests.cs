using System.Net;
using FundLedger.Data.Payments;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Web.Pages.Payments;

public sealed class BatchTests(DeskLedger desk) : IClassFixture<DeskLedger>
{
    static readonly (string, string)[] Slip = [("slip-date", "2025-04-01"), ("slip-currency", "EUR"), ("do", "record")];

    [Fact]
    public void A_slip_is_recorded_when_it_agrees_with_its_own_count_and_total()
    {
        desk.Test.Ledger.Promise("P-slip", "2025-01-10", Euro(100));
        using var browser = desk.SignedIn("clerk");
        (string, string)[] rows =
        [
            ("donor-1", "Norway"), ("amount-1", "100"), ("fund-1", "VFTC"), ("pledge-1", "P-slip"), ("reference-1", "SLIP-1"),
            ("donor-3", "SWE"), ("amount-3", "1 250,50"), ("fund-3", "UPR-P"), ("date-3", "2025-04-02"), ("reference-3", "SLIP-2"),
        ];
        var wrong = browser.Post("/payments/batch", [.. Slip, .. rows, ("slip-count", "2"), ("slip-total", "1350.00")]);
        Browser.Text(wrong).ShouldContain("a difference of EUR");
        var right = browser.Post("/payments/batch", [.. Slip, .. rows, ("slip-count", "2"), ("slip-total", "1350.50")]);
        right.StatusCode.ShouldBe(HttpStatusCode.Found);
        browser.Page("/payments?text=SLIP").ShouldContain("2 of 2");
        desk.Test.Ledger.Pledges.Find("P-slip").Value.Outstanding.IsZero.ShouldBeTrue();
    }

    [Fact]
    public void One_row_that_is_refused_leaves_all_of_them_unrecorded_and_says_which()
    {
        using var browser = desk.SignedIn("clerk");
        var before = desk.Test.Ledger.Journal.Head().Entry;
        var answer = browser.Post("/payments/batch", [.. Slip,
            ("donor-1", "Norway"), ("amount-1", "10"), ("fund-1", "VFTC"), ("reference-1", "HALF-1"),
            ("donor-2", "Norway"), ("amount-2", "20"), ("fund-2", "VFTC"), ("pledge-2", "NO-SUCH"), ("reference-2", "HALF-2")]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = Browser.Text(answer);
        page.ShouldContain("there is no pledge NO-SUCH");
        page.ShouldContain("value=\"HALF-1\"");
        desk.Test.Ledger.Journal.Head().Entry.ShouldBe(before);
    }
}
