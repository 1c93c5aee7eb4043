using Shouldly;
using Xunit;

namespace FundLedger.Tests.Screens;

/// <summary>Texts that somebody sends to do harm are shown as what they are, wherever they stand.</summary>
public sealed class HostileTextTests
{
    [TheoryInChromium]
    [InlineData("<script>window.owned=1;alert(1)</script><img src=x onerror='window.owned=1'>")]
    [InlineData("\"'><svg onload=window.owned=1>`${window.owned=1}` {{owned}} &lt;b&gt;")]
    [InlineData("=cmd|' /C calc'!A0 \u200Fשלום\u200F javascript:window.owned=1 -- %00 ../../x")]
    [InlineData("averyverylongnamewithoutanyspacethatnobodywouldtypebutsomebodycouldpasteaveryverylongnamewithoutanyspacethat"
        + "nobodywouldtypebutsomebodycouldpaste")]
    public async Task No_text_of_the_ledger_does_anything_on_a_page(string text)
    {
        using var full = new FullDesk(text);
        await using var screen = await Screen.Of(full.Desk, "anna");
        var uploads = await full.Upload(screen);
        var shown = 0;
        foreach (var path in PageAddresses.Of(full.Book).Concat(uploads))
        {
            await screen.Page.GotoAsync(new Uri(full.Desk.Address, path).AbsoluteUri);
            (await screen.Page.EvaluateAsync<bool>("() => 'owned' in window")).ShouldBeFalse(path);
            (await screen.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth")).ShouldBeFalse(path);
            if ((await screen.Page.Locator("main").InnerTextAsync()).Contains(text, StringComparison.Ordinal)) shown++;
        }

        shown.ShouldBeGreaterThan(30);
        await Offered(screen, text);
    }

    /// <summary>The open pledges of a donor, which a script of the page puts there.</summary>
    static async Task Offered(Screen screen, string text)
    {
        await screen.Keys("Escape", "n", "r");
        await screen.ShouldBeAt("New payment");
        await screen.Fill("Donor", "HOST");
        await screen.Keys("Enter");
        await Microsoft.Playwright.Assertions.Expect(screen.Page.Locator("#offers")).ToContainTextAsync(text);
        (await screen.Page.EvaluateAsync<bool>("() => 'owned' in window")).ShouldBeFalse();
    }
}
