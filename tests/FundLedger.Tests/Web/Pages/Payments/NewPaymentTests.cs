using System.Net;
using FundLedger.Data.Payments;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Web.Pages.Payments;

public sealed class NewPaymentTests(DeskLedger desk) : IClassFixture<DeskLedger>
{
    static readonly (string, string)[] Filled =
        [("donor", "Norway"), ("fund", "VFTC"), ("amount", "12.5k"), ("currency", "eur"), ("date", "10/03/2025"), ("do", "record")];

    [Fact]
    public void A_payment_is_recorded_as_people_type_it_and_settles_what_is_named()
    {
        var pledge = desk.Test.Ledger.Promise("P-new", "2025-01-10", Euro(20000));
        using var browser = desk.SignedIn("clerk");
        var target = FormattableString.Invariant($"target-{pledge.Entry}");
        browser.Page("/payments/new?donor=NOR").ShouldContain(target);
        var answer = browser.Post("/payments/new", [.. Filled, ("reference", "PAY-1"), (target, "10 000")]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        var page = browser.Page(answer.Headers.Location!.OriginalString);
        page.ShouldContain("Payment of 12,500.00 EUR from NOR to VFTC [PAY-1]");
        page.ShouldContain("P-new");
        var payment = desk.Test.Ledger.Payments.Find("PAY-1").ShouldBeDone();
        payment.Date.ShouldBe(Day("2025-03-10"));
        payment.Unallocated.ShouldBe(Euro(2500));
    }

    [Fact]
    public void A_form_sent_twice_records_one_payment()
    {
        using var browser = desk.SignedIn("clerk");
        (string, string)[] fields = [.. Filled, ("reference", "TWICE"), ("request-key", "0123456789abcdef")];
        var first = browser.Post("/payments/new", fields);
        var second = browser.Post("/payments/new", fields);
        second.StatusCode.ShouldBe(HttpStatusCode.Found);
        second.Headers.Location.ShouldBe(first.Headers.Location);
        desk.Test.Ledger.Payments.Page(new PaymentFilter { Text = "TWICE" }).Count().ShouldBe(1);
    }

    [Fact]
    public void What_was_typed_is_kept_and_each_field_says_what_is_wrong_with_it()
    {
        using var browser = desk.SignedIn("clerk");
        var answer = browser.Post("/payments/new", ("donor", "Norvay"), ("fund", ""), ("amount", "12,50,0x"), ("currency", "EUR"),
            ("date", "31/31"), ("note", "kept <as> typed"), ("do", "record"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = Browser.Text(answer);
        page.ShouldContain("value=\"Norvay\"");
        page.ShouldContain("value=\"12,50,0x\"");
        page.ShouldContain("kept &lt;as&gt; typed");
        foreach (var field in new[] { "donor", "fund", "amount", "date" }) page.ShouldContain($"id=\"f-{field}-why\"");
    }

    [Fact]
    public void The_donor_is_required_and_one_who_is_nobody_can_be_chosen_or_added()
    {
        using var browser = desk.SignedIn("clerk");
        Browser.Text(browser.Post("/payments/new", ("donor", ""), ("do", "record"))).ShouldContain("id=\"f-donor-why\"");
        var page = Browser.Text(browser.Post("/payments/new", [.. Filled[1..], ("donor", "Kingdom of Norwayy")]));
        page.ShouldContain("name=\"use-donor\" value=\"NOR\"");
        page.ShouldContain("value=\"add-donor\"");
        browser.Post("/payments/new", ("donor", "Zebra Trust"), ("donor-kind", "foundation"), ("do", "add-donor"));
        desk.Test.Ledger.Standing.Donors.Find("Zebra Trust").ShouldBeDone().Kind.ShouldBe(FundLedger.Donors.DonorKind.Foundation);
    }

    [Fact]
    public void Nothing_is_recorded_without_the_token_of_the_form()
    {
        using var browser = desk.SignedIn("clerk");
        var before = desk.Test.Ledger.Journal.Head().Entry;
        browser.PostRaw("/payments/new", Filled).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        desk.Test.Ledger.Journal.Head().Entry.ShouldBe(before);
    }
}
