using System.Net;
using FundLedger.Checks;
using FundLedger.Tests.Data;
using FundLedger.Users;
using FundLedger.Web.Hosting;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Web.Access;

public sealed class SignInServerTests : IDisposable
{
    const string Ask = "/sign-in?handler=server&to=%2Fdonors%3Fkind%3Dngo";

    readonly PretendedServer _server = new();
    readonly DeskLedger _desk;

    public SignInServerTests() => _desk = DeskWith(PretendedServer.Secret);

    public void Dispose()
    {
        _desk.Dispose();
        _server.Dispose();
    }

    [Fact]
    public void The_organizations_account_comes_in_and_to_the_page_asked_for()
    {
        using var browser = _desk.Stranger();
        browser.Page("/sign-in?to=%2Fdonors%3Fkind%3Dngo").ShouldContain($"href=\"{Ask.Replace("&", "&amp;", StringComparison.Ordinal)}\"");
        ComeBack(browser).ShouldBe("/donors?kind=ngo");
        browser.Page("/donors").ShouldContain("clerk");
    }

    [Fact]
    public void It_leads_to_no_other_site()
    {
        using var browser = _desk.Stranger();
        ComeBack(browser, "/sign-in?handler=server&to=%2F%2Felsewhere.example%2F").ShouldBe("/");
    }

    [Fact]
    public void An_account_that_is_no_person_of_the_ledger_is_told_so()
    {
        _server.Account = "stranger";
        ShouldBeRefused("is not that of a person of this ledger");
    }

    [Fact]
    public void A_person_who_left_is_told_so_and_has_no_session_any_more()
    {
        using var browser = _desk.Stranger();
        ComeBack(browser);
        _desk.Test.Ledger.Users.Remove("clerk", null, TestLedgers.Anna).ShouldBeDone();
        browser.Get("/donors").Headers.Location!.AbsolutePath.ShouldBe("/sign-in");
        ShouldBeRefused("is not that of a person of this ledger");
    }

    [Fact]
    public void Who_turns_back_at_the_server_can_still_sign_in_here()
    {
        _server.Account = null;
        ShouldBeRefused("your organization&#x27;s sign-in server could not be used");
    }

    [Fact]
    public void A_token_of_another_issuer_lets_nobody_in()
    {
        _server.Issuer = "https://elsewhere.example";
        ShouldBeRefused("your organization&#x27;s sign-in server could not be used");
    }

    [Fact]
    public void A_wrong_secret_lets_nobody_in()
    {
        using var other = DeskWith("another secret");
        ShouldBeRefused("your organization&#x27;s sign-in server could not be used", other);
    }

    [Fact]
    public void While_the_server_is_away_its_link_says_so_and_passwords_open()
    {
        _server.Dispose();
        using var browser = _desk.Stranger();
        var answer = browser.Get(Ask);
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        Browser.Text(answer).ShouldContain("your organization&#x27;s sign-in server could not be used");
        browser.Post("/sign-in", ("name", "anna"), ("password", DeskLedger.Password)).Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public void Without_a_server_there_is_no_such_way_in()
    {
        using var desk = new DeskLedger();
        using var browser = desk.Stranger();
        browser.Page("/sign-in").ShouldNotContain("handler=server");
        browser.Get(Ask).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void Signing_out_says_that_the_organizations_account_stays_signed_in()
    {
        using var browser = _desk.Stranger();
        ComeBack(browser);
        browser.Send("/donors", "/sign-out").StatusCode.ShouldBe(HttpStatusCode.Found);
        browser.Page("/sign-in").ShouldContain("sign out of your organization&#x27;s account too");
        browser.Get("/donors").StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public void A_link_of_another_site_makes_the_desk_ask_again_by_itself()
    {
        using var browser = _desk.Stranger();
        browser.Headers.Add("Sec-Fetch-Site", "cross-site");
        browser.Get("/sign-in?to=%2Fdonors").Headers.GetValues("Refresh").ShouldBe(["0"]);
    }

    [Theory]
    [InlineData("https://sso.example.org/", false)]
    [InlineData("http://127.0.0.1:4010", false)]
    [InlineData("http://sso.example.org/", true)]
    [InlineData("sso.example.org", true)]
    public void A_server_elsewhere_is_asked_over_https_only(string authority, bool isRefused)
    {
        var options = new DeskOptions(_desk.Test.Address, ["http://127.0.0.1:0"], TimeProvider.System) { OpenId = Settings("", authority) };
        var built = DeskHost.Build(options);
        (built.IsRefused && built.Problems[0].Message.Contains("https://", StringComparison.Ordinal)).ShouldBe(isRefused);
    }

    DeskLedger DeskWith(string secret) => new(
        test =>
        {
            test.WithPersons();
            FundLedger.Web.Access.Passwords.Set(test.Ledger, "anna", DeskLedger.Password).ShouldBeDone();
        },
        // What the server signs is valid by the clock of this computer.
        options => options with { Clock = TimeProvider.System, OpenId = Settings(secret, _server.Address) });

    static OpenIdSettings Settings(string secret, string authority) => OpenIdSettings.From(name => name switch
    {
        "FUNDLEDGER_OIDC_AUTHORITY" => authority,
        "FUNDLEDGER_OIDC_CLIENT_SECRET" => secret,
        _ => null,
    })!;

    /// <summary>From the desk to the server and back; where the desk then leads.</summary>
    static string ComeBack(Browser browser, string ask = Ask)
    {
        var sent = browser.Get(ask).Headers.Location!;
        using var elsewhere = new Browser(sent);
        var back = elsewhere.Get(sent.PathAndQuery).Headers.Location!;
        return browser.Get(back.PathAndQuery).Headers.Location!.OriginalString;
    }

    void ShouldBeRefused(string text, DeskLedger? desk = null)
    {
        using var browser = (desk ?? _desk).Stranger();
        browser.Page(ComeBack(browser)).ShouldContain(text);
        browser.Get("/donors").StatusCode.ShouldBe(HttpStatusCode.Found);
    }
}
