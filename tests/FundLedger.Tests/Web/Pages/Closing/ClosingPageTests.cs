using System.Net;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Web.Pages.Closing;

public sealed class ClosingPageTests : IDisposable
{
    readonly DeskLedger _desk = new();

    public ClosingPageTests() => _desk.Test.Ledger.Promise("P-1", "2025-01-10", Euro(950), FundLedger.Pledges.Rung.Pledged);

    [Fact]
    public void A_year_is_closed_once_all_that_was_found_is_explained_and_reopened_by_two_persons()
    {
        using var clerk = _desk.SignedIn("clerk");
        var page = clerk.Page("/closing");
        page.ShouldContain("Close 2025");
        page.ShouldContain("1 unsigned pledge");
        clerk.Post("/closing", ("do", "close"), ("year", "2025"), ("explain-unsigned-pledges", "")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        clerk.Post("/closing", ("do", "close"), ("year", "2025"), ("explain-unsigned-pledges", "letter expected"),
            ("explain-overdue-instalments", "reminded"), ("explain-missing-rates", "the newest is used")).StatusCode.ShouldBe(HttpStatusCode.Found);
        _desk.Test.Ledger.Closing.Closed().Through.ShouldBe(2025);
        clerk.Page("/closing").ShouldContain("letter expected");
        clerk.Post("/closing", ("do", "reopen"), ("year", "2025"), ("reason", "late agreement")).StatusCode.ShouldBe(HttpStatusCode.Found);
        _desk.Test.Ledger.Closing.Closed().Through.ShouldBe(2025);
        using var cleo = _desk.SignedIn("cleo");
        var proposal = _desk.Test.Ledger.Proposals.Waiting().Single().Number;
        cleo.Post("/approvals", ("proposal", FormattableString.Invariant($"{proposal}")), ("do", "approve")).StatusCode.ShouldBe(HttpStatusCode.Found);
        _desk.Test.Ledger.Closing.Closed().Through.ShouldBe(2024);
    }

    [Fact]
    public void What_was_not_revalued_is_said_before_the_year_is_closed_and_is_revalued_after_a_look()
    {
        _desk.Test.Ledger.Promise("P-2", "2025-02-10", Euro(1000));
        using var clerk = _desk.SignedIn("clerk");
        clerk.Page("/closing").ShouldContain("were not revalued yet");
        var look = Browser.Text(clerk.Post("/closing/revalue?year=2025", ("year", "2025"), ("do", "look")));
        // 1,000 EUR: 1,052.63 at 0.95 when promised, 1,136.36 at 0.88 at the end of 2025.
        look.ShouldContain("P-2");
        look.ShouldContain("an exchange gain of USD&#xA0;83.73");
        _desk.Test.Ledger.Pledges.Find("P-2").Value.Usd.ShouldBe(FundLedger.Money.Amount.Usd(1_052_63));

        clerk.Post("/closing/revalue?year=2025", ("year", "2025"), ("do", "record")).StatusCode.ShouldBe(HttpStatusCode.Found);

        _desk.Test.Ledger.Pledges.Find("P-2").Value.Usd.ShouldBe(FundLedger.Money.Amount.Usd(1_136_36));
        clerk.Page("/closing").ShouldNotContain("were not revalued yet");
        Browser.Text(clerk.Post("/closing/revalue?year=2026", ("year", "2026"), ("do", "look"))).ShouldContain("2026 has not ended");
    }

    [Fact]
    public void Figures_that_are_out_are_found_when_the_year_is_closed_and_not_each_time_the_page_is_looked_at()
    {
        using (var foreign = new ForeignProgram(_desk.Test.Address)) foreign.Keep("UPDATE total SET usd = usd + 1 WHERE account = 'pledged'");
        using var clerk = _desk.SignedIn("clerk");
        clerk.Page("/closing").ShouldNotContain("failed check");
        var refused = clerk.Post("/closing", ("do", "close"), ("year", "2025"), ("explain-unsigned-pledges", "letter expected"),
            ("explain-overdue-instalments", "reminded"), ("explain-missing-rates", "the newest is used"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Browser.Text(refused).ShouldContain("failed check");
        Browser.Text(refused).ShouldContain("name=\"explain-failed-checks\"");
    }

    public void Dispose() => _desk.Dispose();
}
