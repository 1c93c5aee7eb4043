using Microsoft.Playwright;
using Shouldly;

namespace FundLedger.Tests.Screens.Accessibility;

/// <summary>
/// Looks at a page as the Web Content Accessibility Guidelines 2, level AA, ask it: by HTML_CodeSniffer, whose licence stands
/// beside it, and by checks of our own where that is silent.
/// </summary>
static class PageCheck
{
    const string Errors = """
        () => new Promise(done => HTMLCS.process("WCAG2AA", document, () => done(HTMLCS.getMessages()
          .filter(message => message.type === HTMLCS.ERROR)
          .map(message => `${message.code}: ${(message.element.outerHTML ?? "").replace(/\s+/g, " ").slice(0, 160)}`))))
        """;

    // A heading says by its scope to which cells it belongs; the sniffer asks that every cell names its headings too wherever
    // a table has headings of columns and of rows.
    const string HeadersBesideScope = "WCAG2AA.Principle1.Guideline1_3.1_3_1.H43.HeadersRequired";

    static readonly string Sniffer = Embedded("HTMLCS.js");
    static readonly string Own = Embedded("checks.js");

    /// <summary>Takes the sniffer along into every page of a screen; what a page forbids its own scripts does not forbid this.</summary>
    public static Task Prepare(IPage page) => page.AddInitScriptAsync(Sniffer);

    /// <summary>What is wrong with the page that is shown; nothing where it is sound.</summary>
    public static async Task<IEnumerable<string>> Of(IPage page)
    {
        await page.Keyboard.PressAsync("Tab");
        var own = await page.EvaluateAsync<string[]>(Own);
        var sniffed = await page.EvaluateAsync<string[]>(Errors);
        return own.Concat(sniffed.Where(error => !error.StartsWith(HeadersBesideScope, StringComparison.Ordinal)));
    }

    static string Embedded(string name)
    {
        using var stream = typeof(PageCheck).Assembly.GetManifestResourceStream(name).ShouldNotBeNull();
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
