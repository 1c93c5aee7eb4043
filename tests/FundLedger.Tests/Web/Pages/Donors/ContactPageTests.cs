using System.Net;
using FundLedger.Donors;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Web.Pages.Donors;

public sealed class ContactPageTests(DeskLedger desk) : IClassFixture<DeskLedger>
{
    long Add(string donor, string name) => desk.Test.Ledger.Contacts.Add(donor, new ContactDetails(name), Clerk).ShouldBeDone().Entry;

    static string PathOf(string donor, long number) => FormattableString.Invariant($"/donors/{donor}/contact/{number}");

    [Fact]
    public void A_contact_is_added_and_stands_on_the_page_of_the_donor()
    {
        using var browser = desk.SignedIn("clerk");
        browser.Page("/donors/FRA").ShouldContain("href=\"/donors/FRA/contact\"");

        var answer = browser.Post("/donors/FRA/contact", ("name", "Claire <Martin>"), ("position", "First Secretary"), ("email", "claire@example.org"),
            ("phone", "+41 22 555 01 00"), ("language", ""), ("address", "Mission\r\nGeneva"));

        answer.Headers.Location!.OriginalString.ShouldBe("/donors/FRA");
        var page = browser.Page("/donors/FRA");
        page.ShouldContain("Contact of FRA recorded");
        page.ShouldContain("Claire &lt;Martin&gt;</a>");
        page.ShouldContain("Mission, Geneva");
        desk.Test.Ledger.Contacts.Of("FRA").Single().Details.Address.ShouldBe("Mission\nGeneva");
    }

    [Fact]
    public void What_is_wrong_stands_beside_its_field_and_what_was_typed_stays()
    {
        using var browser = desk.SignedIn("clerk");
        var answer = browser.Post("/donors/SWE/contact", ("name", "Claire Martin"), ("email", "claire"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = Browser.Text(answer);
        page.ShouldContain("id=\"f-email-why\"");
        page.ShouldContain("value=\"Claire Martin\"");
        desk.Test.Ledger.Contacts.Of("SWE").ShouldBeEmpty();
    }

    [Fact]
    public void A_change_shows_what_stands_and_one_that_somebody_overtook_is_told()
    {
        var number = Add("NOR", "Kari Berg");
        using var browser = desk.SignedIn("clerk");
        browser.Page(PathOf("NOR", number)).ShouldContain("value=\"Kari Berg\"");
        (string, string)[] typed = [("name", "Kari Berg"), ("phone", "1"), ("seen", number.ToString(System.Globalization.CultureInfo.InvariantCulture))];

        browser.Post(PathOf("NOR", number), typed).StatusCode.ShouldBe(HttpStatusCode.Found);
        var late = browser.Post(PathOf("NOR", number), typed);

        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Browser.Text(late).ShouldContain($"Contact {number} of NOR changed");
        desk.Test.Ledger.Contacts.Of("NOR").Single().Details.Phone.ShouldBe("1");
    }

    [Fact]
    public void Erasing_asks_for_the_reason_and_twice_has_one_effect()
    {
        var number = Add("CHE", "Anna Meier");
        using var browser = desk.SignedIn("clerk");
        var refused = browser.Post(PathOf("CHE", number), ("do", "erase"), ("reason", ""));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Browser.Text(refused).ShouldContain("value=\"Anna Meier\"");
        desk.Test.Ledger.Contacts.Of("CHE").ShouldHaveSingleItem();

        (string, string)[] sent = [("do", "erase"), ("reason", "left"), ("request-key", "erase-1")];
        browser.Post(PathOf("CHE", number), sent).Headers.Location!.OriginalString.ShouldBe("/donors/CHE");
        browser.Send("/donors/CHE/contact", PathOf("CHE", number), sent).StatusCode.ShouldBe(HttpStatusCode.Found);

        browser.Page("/donors/CHE").ShouldNotContain("Anna Meier");
        browser.Get(PathOf("CHE", number)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        browser.Send("/donors/CHE/contact", PathOf("CHE", number), ("do", "erase"), ("reason", "left")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        browser.Send("/donors/CHE/contact", PathOf("CHE", number), ("name", "Anna")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void Who_only_looks_sees_contacts_and_is_led_to_no_form()
    {
        Add("DEU", "Jan Wolf");
        using var browser = desk.SignedIn("dora");
        var page = browser.Page("/donors/DEU");
        page.ShouldContain("Jan Wolf");
        page.ShouldNotContain("/donors/DEU/contact");
        browser.Get("/donors/DEU/contact").StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public void The_form_is_read_in_French_and_in_Spanish()
    {
        var number = Add("ESP", "Luz Vega");
        using var browser = desk.SignedIn("clerk");
        browser.Headers.Add("Accept-Language", "fr");
        browser.Page(PathOf("ESP", number)).ShouldContain("Effacer ce contact");
        browser.Headers.Remove("Accept-Language");
        browser.Headers.Add("Accept-Language", "es");
        browser.Page(PathOf("ESP", number)).ShouldContain("Suprimir este contacto");
    }

    [Theory, InlineData("anna"), InlineData("vera")]
    public void The_entry_of_a_contact_belongs_to_no_fund_and_tells_nothing_of_the_person(string name)
    {
        var number = Add("ITA", "Ugo Riva");
        using var browser = desk.SignedIn(name);
        var page = browser.Page(FormattableString.Invariant($"/entries/{number}"));
        page.ShouldContain("Contact of ITA recorded");
        page.ShouldContain("<h2>Contact</h2>");
        page.ShouldNotContain("Ugo");
    }
}
