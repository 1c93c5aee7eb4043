using System.Net;
using FundLedger.Pledges;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Web.Pages.Entries;

public sealed class EntryTests(DeskLedger desk) : IClassFixture<DeskLedger>
{
    [Fact]
    public void An_entry_shows_its_postings_its_records_and_its_seal()
    {
        var pledge = desk.Test.Ledger.Promise("P-seen", "2025-01-10", Euro(950));
        using var browser = desk.SignedIn("dora");
        var page = browser.Page(FormattableString.Invariant($"/entries/{pledge.Entry}"));
        page.ShouldContain("Receivable");
        page.ShouldContain("(1,000.00)");
        page.ShouldContain("P-seen");
        page.ShouldContain("<dd>950.00</dd>");
        page.ShouldNotContain(">95000<");
        page.ShouldContain(desk.Test.Ledger.Journal.Head().Seal);
        page.ShouldNotContain("type=\"file\"");
        browser.Get("/entries/999999").StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void A_signing_is_reversed_from_its_entry_after_a_look_at_what_would_be_recorded()
    {
        desk.Test.Ledger.Promise("P-back", "2025-01-10", Euro(950), Rung.Pledged);
        var signing = desk.Test.Ledger.Pledges.Climb("P-back", Rung.Signed, Day("2025-02-01"), null, Clerk).ShouldBeDone().Entry;
        using var browser = desk.SignedIn("clerk");
        var path = FormattableString.Invariant($"/entries/{signing}/change?what=reverse");
        browser.Page(FormattableString.Invariant($"/entries/{signing}")).ShouldContain($"href=\"{path}\"");
        var seen = ("seen", System.Text.RegularExpressions.Regex.Match(browser.Page(path), "name=\"seen\" value=\"(\\d+)\"").Groups[1].Value);
        Browser.Text(browser.Post(path, seen, ("what", "reverse"), ("reason", "another pledge"), ("do", "preview")))
            .ShouldContain("Receivable");
        desk.Test.Ledger.Pledges.Find("P-back").Value.Rung.ShouldBe(Rung.Signed);

        browser.Post(path, seen, ("what", "reverse"), ("reason", "another pledge"), ("do", "record")).StatusCode.ShouldBe(HttpStatusCode.Found);

        desk.Test.Ledger.Pledges.Find("P-back").Value.Rung.ShouldBe(Rung.Pledged);
        browser.Page(FormattableString.Invariant($"/entries/{signing}")).ShouldNotContain("what=reverse");
        browser.Get(path).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        desk.Test.Ledger.ShouldVerify();
    }

    [Fact]
    public void A_look_at_a_reversal_shows_every_entry_that_it_would_record()
    {
        desk.Test.Ledger.Promise("P-all", "2025-01-10", Euro(950), Rung.Pledged);
        var payment = desk.Test.Ledger.Pay("R-all", "2025-02-10", Euro(600), "P-all").Entry;
        desk.Test.Ledger.Pledges.Climb("P-all", Rung.Signed, Day("2025-03-01"), null, Clerk).ShouldBeDone();
        using var browser = desk.SignedIn("clerk");
        var path = FormattableString.Invariant($"/payments/{payment}/change?what=reverse");
        var seen = ("seen", System.Text.RegularExpressions.Regex.Match(browser.Page(path), "name=\"seen\" value=\"(\\d+)\"").Groups[1].Value);

        var look = Browser.Text(browser.Post(path, seen, ("what", "reverse"), ("reason", "returned by the bank"), ("do", "preview")));

        look.ShouldContain("what it opens again of pledge P-all is signed");
        look.ShouldContain(">received<");
        look.ShouldContain(">Receivable<");
    }

    [Fact]
    public void Who_only_looks_is_offered_no_reversal_and_what_has_none_neither()
    {
        var pledge = desk.Test.Ledger.Promise("P-keep", "2025-01-10", Euro(950)).Entry;
        using var dora = desk.SignedIn("dora");
        dora.Page(FormattableString.Invariant($"/entries/{pledge}")).ShouldNotContain("what=reverse");
        dora.Get(FormattableString.Invariant($"/entries/{pledge}/change?what=reverse")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var browser = desk.SignedIn("clerk");
        browser.Page("/entries/1").ShouldNotContain("what=reverse");
        browser.Get("/entries/1/change?what=reverse").StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void The_entries_behind_a_figure_come_to_the_figure()
    {
        desk.Test.Ledger.Promise("P-fig", "2024-01-10", Euro(90));
        desk.Test.Ledger.Pay("R-fig", "2024-02-10", Euro(45), "P-fig");
        using var browser = desk.SignedIn("dora");
        var page = browser.Page("/figures?figure=received&donor=NOR&year=2024");
        page.ShouldContain("The figure is USD");
        page.ShouldContain("<td class=\"num\">50.00</td>");
        browser.Page("/figures?figure=outstanding&donor=NOR&year=2024&upto=1").ShouldContain("USD&#xA0;50.00");
        browser.Page("/figures?figure=received&donor=NOR&year=2023").ShouldContain("Nothing matches.");
    }

    [Fact]
    public void A_file_is_kept_with_its_entry_and_handed_out_to_be_saved()
    {
        var pledge = desk.Test.Ledger.Promise("P-file", "2025-01-10", Euro(950)).Entry;
        using var browser = desk.SignedIn("clerk");
        var page = FormattableString.Invariant($"/pledges/{pledge}");
        var answer = browser.Upload(page, FormattableString.Invariant($"/files?about={pledge}"), "../../let<ter>.html", "<script>alert(1)</script>"u8.ToArray(),
            ("to", page));
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        var text = browser.Page(page);
        text.ShouldContain("let&lt;ter&gt;.html");
        text.ShouldNotContain("..");
        var link = System.Text.RegularExpressions.Regex.Match(text, "/entries/\\d+/files/[0-9a-f]{64}").Value;
        var file = browser.Get(link);
        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        Browser.Text(file).ShouldBe("<script>alert(1)</script>");
        desk.Test.Ledger.ShouldVerify();
    }

    [Fact]
    public void Search_leads_to_a_single_find_and_lists_several()
    {
        desk.Test.Ledger.Promise("P-find", "2025-01-10", Euro(123));
        using var browser = desk.SignedIn("dora");
        browser.Get("/search?q=P-find").Headers.Location!.OriginalString.ShouldStartWith("/pledges/");
        browser.Page("/search?q=guinea").ShouldContain("Guinea-Bissau");
        browser.Page("/search?q=nothing+like+that").ShouldContain("Nothing was found");
        browser.Get("/search?q=123.00").Headers.Location!.OriginalString.ShouldStartWith("/pledges/");
    }
}
