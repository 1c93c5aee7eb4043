using System.Globalization;
using System.Text;
using FundLedger.Charts;
using FundLedger.Html;

namespace FundLedger.Web.Hosting;

/// <summary>
/// The colours of the documents as a style sheet, light and dark: by the screen's setting, or as the person chose. Behind
/// them stand the styles of reports and charts, so that a chart on a page looks as it does in the PDF.
/// </summary>
static class PaletteSheet
{
    internal static string Text { get; } = Compose();

    static string Compose()
    {
        var css = new StringBuilder(StyleSheet.Text);
        css.Append("@media (prefers-color-scheme: dark) {\n");
        Variables(css, ":root[data-theme=\"light\"]", dark: false);
        css.Append("}\n");
        Variables(css, ":root[data-theme=\"dark\"]", dark: true);
        foreach (var ink in Palette.All)
            css.Append(CultureInfo.InvariantCulture, $".swatch-{ink.Name} {{ background: var(--ink-{ink.Name}); }}\n");
        return css.ToString();
    }

    static void Variables(StringBuilder css, string selector, bool dark)
    {
        css.Append(selector).Append(" {\n");
        foreach (var ink in Palette.All)
            css.Append(CultureInfo.InvariantCulture, $"  --ink-{ink.Name}: {(dark ? ink.Dark : ink.Light)};\n");
        css.Append("}\n");
    }
}
