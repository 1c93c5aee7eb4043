using FundLedger.Tests.Screens.Accessibility;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Screens;

/// <summary>Every page, in light and dark, on a screen and on a tablet held upright.</summary>
public sealed class EveryPageTests(FullDesk full) : IClassFixture<FullDesk>
{
    [TheoryInChromium]
    [InlineData(ColorScheme.Light, 1280, 720)]
    [InlineData(ColorScheme.Dark, 1280, 720)]
    [InlineData(ColorScheme.Light, 820, 1180)]
    [InlineData(ColorScheme.Dark, 820, 1180)]
    public async Task Every_page_fits_asks_nobody_else_and_is_accessible(ColorScheme scheme, int width, int height)
    {
        await using var screen = await Screen.OfStranger(full.Desk, scheme, width, height);
        await PageCheck.Prepare(screen.Page);
        List<string> faults = [.. await At(screen, "/sign-in")];
        await screen.SignIn("anna");
        var uploads = await full.Upload(screen);
        foreach (var path in PageAddresses.Of(full.Book).Concat(uploads)) faults.AddRange(await At(screen, path));
        faults.ShouldBeEmpty();
        screen.ShouldBeFaultless();
    }

    async Task<IEnumerable<string>> At(Screen screen, string path)
    {
        var answer = await screen.Page.GotoAsync(new Uri(full.Desk.Address, path).AbsoluteUri);
        var isError = path is "/fault" || path.StartsWith("/refused", StringComparison.Ordinal);
        if (!isError) answer!.Status.ShouldBe(200, path);
        return (await PageCheck.Of(screen.Page)).Select(fault => $"{path} {fault}");
    }
}
