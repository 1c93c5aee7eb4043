using System.Diagnostics;
using System.Globalization;
using FundLedger.Charts;
using FundLedger.Format;
using FundLedger.Reports;

namespace FundLedger.Html;

/// <summary>How a document becomes a page.</summary>
public sealed record HtmlOptions
{
    /// <summary>The address of the style sheet; none puts it into the page, which then stands alone.</summary>
    public string? StyleSheetAddress { get; init; }

    /// <summary>Whether figures lead to the entries behind them.</summary>
    public bool Links { get; init; }
}

/// <summary>
/// Writes a document as HTML, the form for those who listen to it or read it on a screen: real headings, tables with
/// their headings named, charts with a description. No script and no style attribute.
/// </summary>
public sealed class HtmlWriter
{
    readonly HtmlText _html = new();
    readonly Document _document;
    readonly Notation _notation;
    readonly bool _links;
    readonly IReadOnlyList<HeadingPlace> _headings;
    int _headingsWritten;
    int _level = 1;

    HtmlWriter(Document document, bool links)
    {
        (_document, _links) = (document, links);
        _notation = Notation.Of(document.Face.Language);
        _headings = HeadingPlace.Of(document.Blocks);
    }

    /// <summary>A whole page.</summary>
    public static string Write(Document document, HtmlOptions? options = null)
    {
        var html = new HtmlText();
        html.Raw("<!DOCTYPE html>\n").Open("html", ("lang", document.Face.Language)).Open("head");
        html.Empty("meta", ("charset", "utf-8")).Empty("meta", ("name", "viewport"), ("content", "width=device-width"));
        html.Open("title").Text(MarkedText.Plain(document.Face.Title)).Close();
        if (options?.StyleSheetAddress is { } address) html.Empty("link", ("rel", "stylesheet"), ("href", address));
        else html.Open("style").Raw("\n" + StyleSheet.Text).Close();
        html.Close().Line().Open("body").Raw(Fragment(document, options?.Links ?? false)).Close().Close().Line();
        return html.ToString();
    }

    /// <summary>The document alone, to stand inside another page that has the style sheet.</summary>
    public static string Fragment(Document document, bool links = false) => new HtmlWriter(document, links).Article();

    string Article()
    {
        _html.Open("article", ("class", "report"), ("lang", _document.Face.Language)).Line();
        var head = new HtmlHead(_html, _document, _notation);
        head.Open();
        foreach (var block in _document.Blocks) Write(block);
        head.Close();
        return _html.Close().Line().ToString();
    }

    void Write(Block block)
    {
        switch (block)
        {
            case Heading heading:
                Write(heading);
                break;
            case Paragraph paragraph:
                Write(paragraph);
                break;
            case KeyFigures figures:
                Write(figures);
                break;
            case TableBlock table:
                new HtmlTable(_html, table.Table, _notation, _links).Write();
                break;
            case ChartBlock chart:
                Write(chart.Chart, width: 480);
                break;
            case ChartPair pair:
                _html.Open("div", ("class", "pair"));
                Write(pair.Left, width: 240);
                Write(pair.Right, width: 240);
                _html.Close();
                break;
            case NumberedNotes notes:
                Write(notes);
                break;
            case Signatures signatures:
                Write(signatures);
                break;
            case Contents:
                WriteContents();
                break;
            case PageBreak:
                break;
            default:
                throw new UnreachableException($"No HTML for a {block.GetType().Name}.");
        }

        _html.Line();
    }

    void Write(Heading heading)
    {
        var place = _headings[_headingsWritten++];
        _html.Open(Level(heading.Level), ("id", place.Target)).Element("span", heading.Label, ("class", "label"));
        if (heading.Label.Length > 0) _html.Text(" ");
        _html.Marked(heading.Text).Close();
    }

    // The document's title is the one heading of the first level; none below it skips a level.
    string Level(int level)
    {
        _level = Math.Clamp(level + 1, 2, Math.Min(_level + 1, 6));
        return "h" + _level.ToString(CultureInfo.InvariantCulture);
    }

    void Write(Paragraph paragraph)
    {
        if (paragraph.Number is not { } number)
        {
            _html.Element("p", paragraph.Text);
            return;
        }

        var text = number.ToString(CultureInfo.InvariantCulture);
        _html.Open("div", ("class", "numbered"), ("id", "paragraph-" + text));
        _html.Element("p", text + ".", ("class", "number")).Element("p", paragraph.Text).Close();
    }

    void Write(KeyFigures figures)
    {
        _html.Open("dl", ("class", "figures"));
        for (var i = 0; i < figures.Figures.Length; i++)
        {
            var figure = figures.Figures[i];
            _html.Open("div", ("class", figure.Hue is { } hue ? "hue-" + Palette.Of(hue, i).Name : null));
            _html.Element("dt", figure.Caption).Element("dd", figure.Value, ("class", "value"));
            _html.Element("dd", figure.Note, ("class", "note")).Close();
        }

        _html.Close();
    }

    void Write(Chart chart, double width) => _html.Open("figure").Element("figcaption", chart.Title)
        .Raw(ChartSvg.Write(chart, _notation, titled: false, width)).Close();

    void Write(NumberedNotes notes)
    {
        _html.Open("section").Element(Level(2), notes.Title).Open("ol");
        foreach (var note in notes.Notes) _html.Element("li", note);
        _html.Close().Close();
    }

    void Write(Signatures signatures)
    {
        _html.Open("div", ("class", "signatures"));
        foreach (var place in signatures.Places)
        {
            _html.Open("div").Element("p", place.Certification).Open("div", ("class", "line")).Close();
            _html.Element("strong", place.Name).Element("div", place.Capacity, ("class", "small")).Close();
        }

        _html.Close();
    }

    void WriteContents()
    {
        _html.Open("nav", ("aria-label", _document.Face.Words.Contents)).Element("h2", _document.Face.Words.Contents);
        _html.Open("ul");
        foreach (var place in _headings.Where(place => place.Heading.Level <= 2))
        {
            _html.Open("li", ("class", place.Heading.Level == 1 ? "part" : "section"));
            _html.Open("a", ("href", "#" + place.Target)).Element("span", place.Heading.Label, ("class", "label"));
            if (place.Heading.Label.Length > 0) _html.Text(" ");
            _html.Marked(place.Heading.Text).Close();
            _html.Element("span", place.Paragraphs, ("class", "range")).Close();
        }

        _html.Close().Close();
    }
}
