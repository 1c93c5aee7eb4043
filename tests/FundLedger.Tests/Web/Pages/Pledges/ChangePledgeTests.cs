using System.Net;
using System.Text.RegularExpressions;
using FundLedger.Pledges;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Web.Pages.Pledges;

public sealed class ChangePledgeTests(DeskLedger desk) : IClassFixture<DeskLedger>
{
    [Fact]
    public void A_pledge_with_three_instalments_is_recorded_and_shown_with_them()
    {
        using var browser = desk.SignedIn("clerk");
        var answer = browser.Post("/pledges/new", ("donor", "SWE"), ("fund", "VFTC"), ("rung", "signed"), ("amount", "1,000.00"), ("currency", "EUR"),
            ("date", "2025-01-10"), ("reference", "P-three"), ("instalments", "3"), ("due", "31/03/2025"), ("every", "12"), ("do", "record"));
        var page = browser.Page(answer.Headers.Location!.OriginalString);
        page.ShouldContain("31&#xA0;Mar&#xA0;2027");
        page.ShouldContain("333.34");
        page.ShouldContain("mark-overdue");
    }

    [Fact]
    public void Instalments_can_be_written_out_and_must_come_to_the_amount()
    {
        using var browser = desk.SignedIn("clerk");
        (string, string)[] fields = [("donor", "SWE"), ("fund", "VFTC"), ("amount", "100"), ("currency", "EUR"), ("do", "record"), ("reference", "P-each")];
        Browser.Text(browser.Post("/pledges/new", [.. fields, ("plan", "2026-04-01 30\n2026-05-01 60")])).ShouldContain("the instalments come to 90.00 EUR");
        browser.Post("/pledges/new", [.. fields, ("plan", "2026-04-01 30\n2026-05-01 70")]).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public void A_write_off_is_shown_before_it_is_recorded_and_leaves_what_was_pledged()
    {
        var pledge = desk.Test.Ledger.Promise("P-off", "2025-01-10", Euro(950)).Entry;
        using var browser = desk.SignedIn("clerk");
        var path = FormattableString.Invariant($"/pledges/{pledge}/change?what=write-off");
        var before = desk.Test.Ledger.Journal.Head().Entry;
        var preview = Browser.Text(Send(browser, path, ("what", "write-off"), ("reason", "no answer"), ("do", "preview")));
        preview.ShouldContain("A second person has to approve this");
        desk.Test.Ledger.Journal.Head().Entry.ShouldBe(before);
        var answer = Send(browser, path, ("what", "write-off"), ("reason", "no answer"), ("do", "record"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        browser.Page(answer.Headers.Location!.OriginalString).ShouldContain("Waiting for approval as proposal");
        desk.Test.Ledger.Pledges.Find("P-off").Value.Outstanding.ShouldBe(Euro(950));
    }

    [Fact]
    public void An_amendment_shows_its_postings_before_it_is_recorded()
    {
        var pledge = desk.Test.Ledger.Promise("P-amend", "2025-01-10", Euro(950)).Entry;
        using var browser = desk.SignedIn("clerk");
        var path = FormattableString.Invariant($"/pledges/{pledge}/change?what=amend");
        var preview = Browser.Text(Send(browser, path, ("what", "amend"), ("amount", "1900"), ("date", "2025-01-10"), ("reason", "raised"), ("do", "preview")));
        preview.ShouldContain("What would be recorded");
        preview.ShouldContain("1,000.00");
        desk.Test.Ledger.Pledges.Find("P-amend").Value.Outstanding.ShouldBe(Euro(950));
        Send(browser, path, ("what", "amend"), ("amount", "1900"), ("date", "2025-01-10"), ("reason", "raised"), ("do", "record"))
            .StatusCode.ShouldBe(HttpStatusCode.Found);
        desk.Test.Ledger.Pledges.Find("P-amend").Value.Outstanding.ShouldBe(Euro(1900));
    }

    [Fact]
    public void Two_people_at_once_the_second_is_told_what_the_first_did_and_keeps_what_he_typed()
    {
        var pledge = desk.Test.Ledger.Promise("P-two", "2025-01-10", Euro(950), Rung.Pledged).Entry;
        using var browser = desk.SignedIn("clerk");
        var path = FormattableString.Invariant($"/pledges/{pledge}/change?what=cancel");
        var seen = Seen(browser.Page(path));
        desk.Test.Ledger.Pledges.Climb("P-two", Rung.Signed, Day("2025-02-01"), null, TestLedgers.Ben).ShouldBeDone();
        var answer = browser.Send(path, path, ("what", "cancel"), ("seen", seen), ("reason", "my own reason"), ("do", "record"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = Browser.Text(answer);
        page.ShouldContain("ben changed this on 2026-03-02");
        page.ShouldContain("my own reason");
        Seen(page).ShouldNotBe(seen);
        desk.Test.Ledger.Pledges.Find("P-two").Value.Outstanding.ShouldBe(Euro(950));
    }

    [Fact]
    public void Without_a_reason_nothing_is_written_off()
    {
        var pledge = desk.Test.Ledger.Promise("P-why", "2025-01-10", Euro(950)).Entry;
        using var browser = desk.SignedIn("clerk");
        var path = FormattableString.Invariant($"/pledges/{pledge}/change?what=write-off");
        Browser.Text(Send(browser, path, ("what", "write-off"), ("do", "record"))).ShouldContain("id=\"f-reason-why\"");
    }

    static HttpResponseMessage Send(Browser browser, string path, params (string, string)[] fields) =>
        browser.Send(path, path, [.. fields, ("seen", Seen(browser.Page(path)))]);

    static string Seen(string page) => Regex.Match(page, "name=\"seen\" value=\"(\\d+)\"").Groups[1].Value;
}
