using System.Net;
using FundLedger.Tests.Data;
using FundLedger.Users;
using FundLedger.Web.Access;
using FundLedger.Web.Hosting;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Web;

public sealed class SignInTests(DeskLedger desk) : IClassFixture<DeskLedger>
{
    [Fact]
    public void Whoever_is_not_signed_in_is_led_to_sign_in_and_then_to_the_page_asked_for()
    {
        using var browser = desk.Stranger();
        var asked = browser.Get("/donors?kind=ngo");
        asked.StatusCode.ShouldBe(HttpStatusCode.Found);
        asked.Headers.Location!.PathAndQuery.ShouldBe("/sign-in?to=%2Fdonors%3Fkind%3Dngo");
        var answer = browser.Send("/sign-in", "/sign-in", ("name", "clerk"), ("password", DeskLedger.Password), ("to", "/donors?kind=ngo"));
        answer.Headers.Location!.OriginalString.ShouldBe("/donors?kind=ngo");
        browser.Page("/donors").ShouldContain("clerk");
    }

    [Fact]
    public void Signing_in_leads_to_no_other_site()
    {
        using var browser = desk.Stranger();
        browser.Post("/sign-in", ("name", "clerk"), ("password", DeskLedger.Password), ("to", "//elsewhere.example/"))
            .Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Theory]
    [InlineData("clerk", "another password")]
    [InlineData("nobody", DeskLedger.Password)]
    public void A_wrong_name_and_a_wrong_password_are_told_alike(string name, string password)
    {
        using var browser = desk.Stranger();
        var answer = browser.Post("/sign-in", ("name", name), ("password", password));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Browser.Text(answer).ShouldContain("name or password is wrong");
        Browser.Text(answer).ShouldNotContain(password);
    }

    [Fact]
    public void Five_wrong_passwords_lock_a_person_out_for_fifteen_minutes()
    {
        using var browser = desk.Stranger();
        for (var i = 0; i < 5; i++) browser.Post("/sign-in", ("name", "ben"), ("password", "wrong password"));
        Browser.Text(browser.Post("/sign-in", ("name", "ben"), ("password", DeskLedger.Password))).ShouldContain("too many wrong passwords");
        desk.Test.Clock.Now = desk.Test.Clock.Now.AddMinutes(16);
        browser.Post("/sign-in", ("name", "ben"), ("password", DeskLedger.Password)).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public void Another_password_ends_the_sessions_that_the_old_one_began()
    {
        using var browser = desk.SignedIn("cleo");
        desk.Test.Clock.Now = desk.Test.Clock.Now.AddSeconds(1);
        Passwords.Set(desk.Test.Ledger, "cleo", DeskLedger.Password).ShouldBeDone();
        browser.Get("/donors").StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public void A_person_who_left_is_signed_in_no_more()
    {
        desk.Test.Ledger.Users.Add(new Person("eve", [Role.Recorder], []), TestLedgers.Anna).ShouldBeDone();
        Passwords.Set(desk.Test.Ledger, "eve", DeskLedger.Password).ShouldBeDone();
        using var browser = desk.SignedIn("eve");
        browser.Page("/donors");
        desk.Test.Ledger.Users.Remove("eve", null, TestLedgers.Anna).ShouldBeDone();
        browser.Get("/donors").StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public void Cookies_are_for_this_site_and_not_for_scripts()
    {
        using var browser = desk.Stranger();
        var answer = browser.Post("/sign-in", ("name", "clerk"), ("password", DeskLedger.Password));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("fundledger=", StringComparison.Ordinal));
        cookie.ShouldContain("samesite=strict");
        cookie.ShouldContain("httponly");
    }

    [Fact]
    public void Signing_out_ends_the_session()
    {
        using var browser = desk.SignedIn("clerk");
        browser.Send("/donors", "/sign-out").StatusCode.ShouldBe(HttpStatusCode.Found);
        browser.Get("/donors").StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public void An_address_may_try_only_so_often()
    {
        using var busy = new DeskLedger(test => test.WithPersons(), options => options with { SignInsAMinute = 3 });
        Passwords.Set(busy.Test.Ledger, "clerk", DeskLedger.Password).ShouldBeDone();
        using var browser = busy.Stranger();
        var answers = Enumerable.Range(0, 4).Select(_ => browser.Post("/sign-in", ("name", "clerk"), ("password", "wrong password")).StatusCode).ToArray();
        answers[^1].ShouldBe(HttpStatusCode.TooManyRequests);
    }
}
