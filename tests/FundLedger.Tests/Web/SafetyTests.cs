using System.Net;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Web;

public sealed class SafetyTests(DeskLedger desk) : IClassFixture<DeskLedger>
{
    public static TheoryData<string> Answers => ["/sign-in", "/donors", "/no-such-page", "/donors?export=csv"];

    [Theory, MemberData(nameof(Answers))]
    public void Every_answer_forbids_the_browser_what_the_desk_does_not_need(string path)
    {
        using var browser = desk.SignedIn("clerk");
        var answer = browser.Get(path);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        answer.Headers.Contains("Referrer-Policy").ShouldBeTrue();
        answer.Headers.Contains("Server").ShouldBeFalse();
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/preferences")]
    public void Nothing_changes_without_the_token_of_a_form(string path)
    {
        using var browser = desk.SignedIn("clerk");
        browser.PostRaw(path, ("language", "fr")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, MemberData(nameof(Answers))]
    public void No_page_asks_for_anything_from_elsewhere_or_has_script_or_style_in_it(string path)
    {
        using var browser = desk.SignedIn("clerk");
        var page = Browser.Text(browser.Get(path));
        page.ShouldNotContain("http://");
        page.ShouldNotContain("https://");
        page.ShouldNotContain(" style=");
        page.ShouldNotContain("<style");
        page.ShouldNotContain(" onclick=");
    }

    [Theory]
    [InlineData("desk.css", "text/css")]
    [InlineData("desk.js", "text/javascript")]
    [InlineData("icons.svg", "image/svg+xml")]
    [InlineData("palette.css", "text/css")]
    public void What_pages_are_made_of_is_inside_the_program(string name, string type)
    {
        using var browser = desk.Stranger();
        var answer = browser.Get("/assets/" + name);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
    }

    [Fact]
    public void Pages_that_are_not_there_say_so_in_words()
    {
        using var browser = desk.SignedIn("clerk");
        var answer = browser.Get("/no-such-page");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Browser.Text(answer).ShouldContain("Nothing here");
    }

    [Fact]
    public void A_language_is_the_browsers_until_one_is_chosen()
    {
        using var browser = desk.Stranger();
        browser.Headers.Add("Accept-Language", "de, fr-CH;q=0.8, en;q=0.5");
        browser.Page("/sign-in").ShouldContain("<html lang=\"fr\"");
        browser.Send("/sign-in", "/preferences", ("language", "es"), ("to", "/sign-in")).Headers.Location!.OriginalString.ShouldBe("/sign-in");
        browser.Page("/sign-in").ShouldContain("Contrase");
    }
}
