using System.Net;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Web.Pages.Views;

public sealed class ViewPageTests : IDisposable
{
    const string List = "/pledges?fund=VFTC&order=up&sort=date";

    readonly DeskLedger _desk = new();
    readonly Browser _clerk;

    public ViewPageTests()
    {
        _desk.Test.Ledger.Promise("P-1", "2025-01-10", Euro(950));
        _clerk = _desk.SignedIn("clerk");
    }

    [Fact]
    public void A_list_is_kept_with_its_filter_and_order_and_offered_there_and_in_the_side()
    {
        _clerk.Page(List + "&after=7").ShouldContain("name=\"address\" value=\"/pledges?fund=VFTC&amp;order=up&amp;sort=date\"");
        var kept = _clerk.Send(List, "/views", ("address", List), ("view-name", "Torture fund"), ("do", "keep"));
        kept.StatusCode.ShouldBe(HttpStatusCode.Found);
        kept.Headers.Location!.OriginalString.ShouldBe(List);
        var link = $"<a href=\"{List.Replace("&", "&amp;", StringComparison.Ordinal)}\"";
        _clerk.Page("/donors").Split(link).Length.ShouldBe(2);
        _clerk.Page("/pledges").Split(link).Length.ShouldBe(3);
        _clerk.Page("/pledges").ShouldContain("Torture fund</a>");
        using var ben = _desk.SignedIn("ben");
        ben.Page("/pledges").ShouldNotContain("Torture fund");
    }

    [Fact]
    public void A_view_is_renamed_and_deleted_by_its_person_and_by_nobody_else()
    {
        _clerk.Send(List, "/views", ("address", List), ("view-name", "Old"), ("do", "keep"));
        using var dora = _desk.SignedIn("dora");
        dora.Send("/account", "/views", ("list", "/pledges"), ("view", "Old"), ("do", "delete")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        _clerk.Post("/views", ("list", "/pledges"), ("view", "Old"), ("view-name", "New"), ("do", "rename")).StatusCode.ShouldBe(HttpStatusCode.Found);
        _desk.Test.Ledger.Views.Of("clerk").Single().Name.ShouldBe("New");
        _clerk.Post("/views", ("list", "/pledges"), ("view", "New"), ("view-name", "New"), ("do", "delete")).StatusCode.ShouldBe(HttpStatusCode.Found);
        _desk.Test.Ledger.Views.Of("clerk").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://elsewhere.example/pledges", HttpStatusCode.NotFound)]
    [InlineData("//elsewhere.example/pledges", HttpStatusCode.NotFound)]
    [InlineData("/pledges", HttpStatusCode.UnprocessableEntity)]
    public void An_address_elsewhere_or_no_name_keeps_nothing(string address, HttpStatusCode status)
    {
        _clerk.Send(List, "/views", ("address", address), ("view-name", address == "/pledges" ? " " : "x"), ("do", "keep")).StatusCode.ShouldBe(status);
        _desk.Test.Ledger.Views.Of("clerk").ShouldBeEmpty();
    }

    [Fact]
    public void What_was_refused_can_be_mended_where_it_is_said()
    {
        _clerk.Send(List, "/views", ("address", List), ("view-name", "Old"), ("do", "keep"));
        _clerk.Send(List, "/views", ("address", List), ("view-name", "Other"), ("do", "keep"));

        var kept = _clerk.Send(List, "/views", ("address", List), ("view-name", " "), ("do", "keep"));
        var page = Browser.Text(kept);
        page.Split("id=\"f-view-name\"").Length.ShouldBe(2);
        page.ShouldContain($"name=\"address\" value=\"{List.Replace("&", "&amp;", StringComparison.Ordinal)}\"");

        var renamed = _clerk.Post("/views", ("list", "/pledges"), ("view", "Old"), ("view-name", "Other"), ("do", "rename"));
        page = Browser.Text(renamed);
        page.Split("id=\"f-view-name\"").Length.ShouldBe(2);
        page.ShouldContain("href=\"#f-view-name\"");
    }

    public void Dispose()
    {
        _clerk.Dispose();
        _desk.Dispose();
    }
}
