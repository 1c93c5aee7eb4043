using System.Text.RegularExpressions;
using FundLedger.Money;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Web.Pages.Payments;

public sealed partial class PaymentListTests : IClassFixture<DeskLedger>
{
    const int Payments = 120;

    readonly DeskLedger _desk;

    public PaymentListTests(DeskLedger desk)
    {
        _desk = desk;
        if (!desk.Test.Ledger.Payments.Find("N-1").IsRefused) return;
        for (var i = 1; i <= Payments; i++)
            desk.Test.Ledger.Pay($"N-{i}", DayText.Iso(Day("2025-01-01").AddDays(i / 2)), Euro(i));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?order=up")]
    [InlineData("?sort=usd")]
    [InlineData("?sort=usd&order=up")]
    public void Pages_follow_each_other_without_a_gap_or_a_row_twice_and_lead_back(string order)
    {
        using var browser = _desk.SignedIn("clerk");
        var seen = new List<string>();
        string? address = "/payments" + order;
        string? last = null;
        while (address is not null)
        {
            var page = browser.Page(address);
            seen.AddRange(References(page));
            last = page;
            address = Link(page, "next");
        }

        seen.Count.ShouldBe(Payments);
        seen.Distinct().Count().ShouldBe(Payments);
        References(browser.Page(Link(last!, "prev")!)).ShouldBe(seen[50..100]);
        var file = Browser.Text(browser.Get("/payments" + order + (order.Length == 0 ? "?" : "&") + "export=csv")).TrimEnd().Split("\r\n");
        file[1..].Select(line => line.Split(',')[0]).ShouldBe(seen);
    }

    [Fact]
    public void Totals_are_those_of_the_filter_and_reversed_payments_count_nothing()
    {
        using var browser = _desk.SignedIn("clerk");
        browser.Page("/payments?text=N-12").ShouldContain("<td class=\"num\">132.00</td>");
        _desk.Test.Ledger.Pay("N-999", "2025-02-01", Euro(999));
        browser.Page("/payments?text=N-999").ShouldContain("<tfoot>");
        _desk.Test.Ledger.Payments.Reverse("N-999", Day("2025-02-01"), "wrong", Clerk).ShouldBeDone();
        var page = browser.Page("/payments?text=N-999");
        page.ShouldContain("mark-reversed");
        page.ShouldNotContain("<tfoot>");
    }

    static string[] References(string page) => [.. Reference().Matches(page).Select(match => match.Groups[1].Value)];

    static string? Link(string page, string which) =>
        Regex.Match(page, $"href=\"([^\"]+)\" rel=\"{which}\"") is { Success: true } match ? WebUtilityDecode(match.Groups[1].Value) : null;

    static string WebUtilityDecode(string text) => System.Net.WebUtility.HtmlDecode(text);

    [GeneratedRegex("href=\"/payments/\\d+\">(N-\\d+)<")]
    private static partial Regex Reference();
}
