using FundLedger.Tests.Web;
using Microsoft.Playwright;
using Shouldly;

namespace FundLedger.Tests.Screens;

/// <summary>
/// The screen of one person: a browser context of its own, used by labels, names and keys. It notes what no page may ever do,
/// and fails the test for it when it is left.
/// </summary>
sealed class Screen : IAsyncDisposable
{
    /// <summary>Milliseconds that a busy machine may take.</summary>
    const int Patience = 60_000;

    readonly IBrowserContext _context;
    readonly DeskLedger _desk;
    readonly List<string> _faults = [];

    static Screen() => Assertions.SetDefaultExpectTimeout(Patience);

    Screen(DeskLedger desk, IBrowserContext context, IPage page)
    {
        (_desk, _context, Page) = (desk, context, page);
        page.SetDefaultTimeout(Patience);
        page.Console += (_, said) => Note(said.Type == "error" && !IsOfThePageItself(said), "console: " + said.Text);
        page.PageError += (_, error) => Note(true, "script: " + error);
        page.Dialog += (_, dialog) =>
        {
            Note(true, "dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        page.Request += (_, request) => Note(!IsOurs(request.Url), "asked outside: " + request.Url);
    }

    public IPage Page { get; }

    /// <summary>A screen on which nobody has signed in.</summary>
    public static async Task<Screen> OfStranger(
        DeskLedger desk, ColorScheme scheme = ColorScheme.Light, int width = 1280, int height = 720)
    {
        var context = await Chromium.Running.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "en-GB",
        });
        var screen = new Screen(desk, context, await context.NewPageAsync());
        await screen.Page.GotoAsync(desk.Address.AbsoluteUri);
        return screen;
    }

    public static async Task<Screen> Of(
        DeskLedger desk, string person, ColorScheme scheme = ColorScheme.Light, int width = 1280, int height = 720)
    {
        var screen = await OfStranger(desk, scheme, width, height);
        await screen.SignIn(person);
        return screen;
    }

    public async Task SignIn(string person)
    {
        await Fill("Name", person);
        await Fill("Password", DeskLedger.Password);
        await Page.Keyboard.PressAsync("Enter");
        await ShouldBeAt("Overview");
    }

    public ILocator Field(string label) => Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true });

    public Task Fill(string label, string text) => Field(label).FillAsync(text);

    public Task Choose(string label, string value) => Field(label).SelectOptionAsync(value);

    public Task Press(string button) =>
        Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).ClickAsync();

    /// <summary>Follows a link; the first where several have the same words.</summary>
    public Task Follow(string link) =>
        Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = link, Exact = true }).First.ClickAsync();

    /// <summary>Goes to a place of the side.</summary>
    public async Task GoTo(string place, string? heading = null)
    {
        await Page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "Places" })
            .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = place, Exact = true }).ClickAsync();
        await ShouldBeAt(heading ?? place);
    }

    /// <summary>
    /// Keys one after the other, such as g and p; several at once are written Control+Enter. A page is seen before its scripts
    /// have run, and a key pressed between the two would mean nothing yet.
    /// </summary>
    public async Task Keys(params string[] keys)
    {
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        foreach (var key in keys) await Page.Keyboard.PressAsync(key);
    }

    /// <summary>Waits until the page has this address; one that loads itself anew is never quite at rest.</summary>
    public Task Arrives(string address) =>
        Page.WaitForURLAsync(address, new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });

    public Task ShouldBeAt(string heading) => Assertions.Expect(
        Page.Locator("h1").First).ToHaveTextAsync(heading);

    public Task ShouldShow(string text) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text);

    /// <summary>The row of a list in which a text stands.</summary>
    public ILocator Row(string text) =>
        Page.GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = text }).First;

    /// <summary>Fails the test for what the pages did so far.</summary>
    public void ShouldBeFaultless() => _faults.ShouldBeEmpty();

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        ShouldBeFaultless();
    }

    void Note(bool isFault, string what)
    {
        if (isFault) _faults.Add($"{Page.Url} {what}");
    }

    bool IsOurs(string url) => url.StartsWith(_desk.Address.AbsoluteUri, StringComparison.Ordinal)
        || url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal);

    /// <summary>The browser tells of every page that answers above 399, as a form does that is refused.</summary>
    bool IsOfThePageItself(IConsoleMessage said) => said.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
        && said.Location.StartsWith(Page.Url, StringComparison.Ordinal);
}
