using System.Net;
using System.Text;
using FundLedger.Money;
using FundLedger.Pledges;
using FundLedger.Tests.Bank;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Web.Pages.Bank;

public sealed class MatchPageTests : IDisposable
{
    readonly DeskLedger _desk = new();
    readonly Browser _clerk;

    public MatchPageTests()
    {
        // The statement ends in March.
        _desk.Test.Clock.Now = _desk.Test.Clock.Now.AddDays(30);
        _clerk = _desk.SignedIn("clerk");
        Pledge("NOR-1", 5000);
        Pledge("NOR-2", 7000);
        var file = new CamtFile(8);
        file.Statement("100.00", "12165.00", file.Entry("5000.00", file.Payment("UTENRIKSDEPARTEMENTET", "NOR-1")),
            file.Entry("7000.00", file.Payment("UTENRIKSDEPARTEMENTET", "NOR-2")), file.Entry("100.00", file.Payment("UNKNOWN", "gift")),
            file.Entry("-35.00", file.Payment("BANK", "fee")));
        _clerk.Upload("/bank", "/bank", "statement.xml", Encoding.UTF8.GetBytes(file.ToString())).Headers.Location!.OriginalString.ShouldBe("/bank/match");
    }

    [Fact]
    public void A_line_stands_beside_its_candidates_with_their_reasons()
    {
        var page = _clerk.Page("/bank/match");
        page.ShouldContain("amount equals");
        page.ShouldContain("data-key=\"1\"");
        page.ShouldContain("class=\"chip");
        _desk.Test.Ledger.Payments.Page(new FundLedger.Data.Payments.PaymentFilter()).ShouldBeEmpty();
    }

    [Fact]
    public void A_candidate_is_confirmed_by_its_number_and_taken_back()
    {
        var line = Line(5000);
        var done = _clerk.Post($"/bank/match?line={line}", ("lines", line), ("candidate", "1"), ("do", "confirm"), ("next", Line(7000)));
        done.Headers.Location!.OriginalString.ShouldBe($"/bank/match?line={Line(7000)}&undo={line}");
        _desk.Test.Ledger.Pledges.Find("NOR-1").ShouldBeDone().Outstanding.IsZero.ShouldBeTrue();
        _clerk.Page(done.Headers.Location.OriginalString).ShouldContain("data-key=\"u\"");
        _clerk.Post("/bank/match", ("lines", line), ("undo-reason", "of another donor"), ("do", "undo")).StatusCode.ShouldBe(HttpStatusCode.Found);
        _desk.Test.Ledger.Pledges.Find("NOR-1").ShouldBeDone().Outstanding.IsZero.ShouldBeFalse();
    }

    [Fact]
    public void A_line_is_left_only_with_a_reason()
    {
        var line = Line(100);
        _clerk.Post("/bank/match", ("lines", line), ("leave-reason", ""), ("do", "leave")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        _clerk.Post("/bank/match", ("lines", line), ("leave-reason", "asked the bank"), ("do", "leave")).StatusCode.ShouldBe(HttpStatusCode.Found);
        _clerk.Page($"/bank/match?line={line}").ShouldContain("asked the bank");
    }

    [Fact]
    public void A_debit_is_the_banks_fee()
    {
        var line = Line(-35);
        _clerk.Page($"/bank/match?line={line}").ShouldContain("fee-fund");
        _clerk.Post($"/bank/match?line={line}", ("lines", line), ("fee-fund", "VFTC"), ("do", "fee")).StatusCode.ShouldBe(HttpStatusCode.Found);
        _desk.Test.Ledger.Matches.Candidates().Length.ShouldBe(3);
    }

    [Fact]
    public void A_payment_that_is_named_keeps_what_was_typed_when_it_is_refused()
    {
        var line = Line(100);
        var refused = _clerk.Post($"/bank/match?line={line}", ("lines", line), ("settles", "NOR-9"), ("charge", "2x"), ("do", "pay"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Browser.Text(refused).ShouldContain("value=\"NOR-9\"");
        _clerk.Post($"/bank/match?line={line}", ("lines", line), ("donor", "SWE"), ("pay-fund", "VFTC"), ("do", "pay")).StatusCode.ShouldBe(HttpStatusCode.Found);
        _desk.Test.Ledger.Payments.Page(new FundLedger.Data.Payments.PaymentFilter { Donor = "SWE" }).Count().ShouldBe(1);
    }

    [Fact]
    public void Several_lines_are_linked_to_what_is_recorded_already()
    {
        var entry = _desk.Test.Ledger.Pay("R-1", "2026-01-20", Francs(12000)).Entry;
        _clerk.Post("/bank/match", ("lines", Line(5000) + "," + Line(7000)), ("entries", FormattableString.Invariant($"{entry}")), ("do", "link"))
            .StatusCode.ShouldBe(HttpStatusCode.Found);
        _desk.Test.Ledger.Matches.Candidates().Length.ShouldBe(2);
    }

    [Fact]
    public void The_reconciliation_is_on_the_screen_as_on_paper()
    {
        var account = _desk.Test.Ledger.Bank.Accounts().Single();
        var address = $"/bank/reconciliation?account={account.Account}&as-at={account.BalanceDay:yyyy-MM-dd}";
        _clerk.Page(address).ShouldContain("12,165.00");
        Browser.Text(_clerk.Get(address + "&as=pdf")).ShouldStartWith("%PDF");
        _clerk.Page("/bank").ShouldContain("statement.xml");
    }

    public void Dispose()
    {
        _clerk.Dispose();
        _desk.Dispose();
    }

    static Amount Francs(decimal whole) => new(decimal.ToInt64(whole * 100), Currency.Of("CHF"));

    void Pledge(string reference, decimal amount) => _desk.Test.Ledger.Pledges.Add(
        new NewPledge("NOR", "VFTC", Day("2026-01-10"), Francs(amount)) { Reference = reference, Status = Rung.Signed }, Clerk).ShouldBeDone();

    string Line(decimal amount) =>
        _desk.Test.Ledger.Matches.Candidates().First(one => one.Line.Line.Amount == Francs(amount)).Line.Id.ToString();
}
