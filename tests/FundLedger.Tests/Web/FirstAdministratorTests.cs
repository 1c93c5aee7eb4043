using System.Net;
using FundLedger.Tests.Data;
using FundLedger.Users;
using FundLedger.Web.Hosting;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Web;

public class FirstAdministratorTests
{
    [Fact]
    public void A_fresh_ledger_asks_for_its_first_administrator_and_then_never_again()
    {
        using var desk = new DeskLedger(_ => { });
        using var browser = desk.Stranger();
        browser.Get("/donors").Headers.Location!.OriginalString.ShouldBe("/first");
        browser.Post("/first", ("name", "anna"), ("password", "short"), ("again", "short")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        desk.Test.Ledger.Users.List().IsEmpty.ShouldBeTrue();
        browser.Post("/first", ("name", "anna"), ("password", DeskLedger.Password), ("again", DeskLedger.Password))
            .StatusCode.ShouldBe(HttpStatusCode.Found);
        browser.Page("/users").ShouldNotContain("never");
        browser.Page("/").ShouldNotContain("Received and pledged by fund");
        desk.Test.Ledger.Users.List().Find("anna").ShouldBeDone().Has(Role.Administrator).ShouldBeTrue();
        using var stranger = desk.Stranger();
        stranger.Get("/first").Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public void Where_persons_are_on_record_only_an_administrator_takes_the_first_password()
    {
        using var desk = new DeskLedger(test => test.WithPersons());
        using var browser = desk.Stranger();
        browser.Post("/first", ("name", "clerk"), ("password", DeskLedger.Password), ("again", DeskLedger.Password))
            .StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Post("/first", ("name", "anna"), ("password", DeskLedger.Password), ("again", DeskLedger.Password))
            .StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://books.example:0")]
    public void A_ledger_into_which_nobody_can_sign_is_not_shown_to_other_computers(string url)
    {
        using var test = new TestLedger();
        DeskHost.Build(new DeskOptions(test.Address, [url], test.Clock)).ShouldBeRefused().Message.ShouldContain("this computer only");
    }

    [Fact]
    public void A_desk_of_this_computer_answers_to_no_other_name()
    {
        using var desk = new DeskLedger(_ => { });
        using var browser = desk.Stranger();
        browser.Headers.Add("Host", "evil.example");
        browser.Get("/first").StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
