using System.Globalization;
using System.Text;
using FundLedger.Charts;

namespace FundLedger.Html;

/// <summary>The style sheet of reports on a screen: the palette's colours, light and dark, and the layout.</summary>
public static class StyleSheet
{
    static readonly Lazy<string> Whole = new(() => Colours() + Layout());

    /// <summary>To be put into a page, or served as a file beside it.</summary>
    public static string Text => Whole.Value;

    static string Colours()
    {
        var css = new StringBuilder();
        Variables(css, ":root", dark: false);
        css.Append("@media (prefers-color-scheme: dark) {\n");
        Variables(css, ":root", dark: true);
        css.Append("}\n");
        foreach (var ink in Palette.All)
            css.Append(CultureInfo.InvariantCulture, $".ink-{ink.Name} {{ fill: var(--ink-{ink.Name}); }}\n")
                .Append(CultureInfo.InvariantCulture, $".line-{ink.Name} {{ stroke: var(--ink-{ink.Name}); }}\n")
                .Append(CultureInfo.InvariantCulture, $".report .figures > .hue-{ink.Name} ")
                .Append(CultureInfo.InvariantCulture, $"{{ border-top-color: var(--ink-{ink.Name}); }}\n");
        return css.Append(".arc { stroke: var(--ink-paper); stroke-width: 0.8; }\n").ToString();
    }

    static void Variables(StringBuilder css, string selector, bool dark)
    {
        css.Append(selector).Append(" {\n");
        foreach (var ink in Palette.All)
            css.Append(CultureInfo.InvariantCulture, $"  --ink-{ink.Name}: {(dark ? ink.Dark : ink.Light)};\n");
        css.Append("}\n");
    }

    static string Layout()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
