using System.Globalization;
using FundLedger.Format;
using FundLedger.Reports;

namespace FundLedger.Html;

/// <summary>What comes before the text (front page, letter head or title) and after it (identity and seal).</summary>
sealed class HtmlHead(HtmlText html, Document document, Notation notation)
{
    DocumentFace Face => document.Face;

    public void Open()
    {
        html.Element("p", Face.Banner, ("class", "banner"));
        if (document.Front is { } front) Front(front);
        else if (document.Letter is { } letter) Letter(letter);
        else Title();
    }

    public void Close()
    {
        var words = Face.Words;
        html.Open("footer");
        html.Open("div").Text($"{words.DocumentId} {Face.Id} · {words.AsAt} {notation.LongDay(Face.AsAt)} · ")
            .Text($"{words.AsKnownOn} {notation.Moment(Face.AsKnownOn)}").Close();
        var entry = Face.LastEntry.ToString(CultureInfo.InvariantCulture);
        html.Open("div").Text($"{words.Seal} {Face.Seal} · {words.Entry} {entry}").Close();
        html.Close();
    }

    void Front(FrontPage front)
    {
        html.Open("header").Open("div", ("class", "masthead"));
        html.Open("div", ("class", "top")).Element("span", front.Organization).Element("span", Face.Symbol).Close();
        html.Open("div", ("class", "organ")).Element("strong", front.Organ).Open("div", ("class", "small"));
        html.Element("div", front.Distribution).Element("div", front.DateLine).Element("div", front.OriginalLanguage);
        html.Close().Close().Close();
        html.Element("p", $"**{front.Body}**\n{front.Session}\n{front.AgendaItem}", ("class", "lines"));
        html.Element("h1", front.Title).Element("p", front.Subtitle, ("class", "subtitle")).Close();
        if (front.Summary.Length > 0)
        {
            html.Open("section", ("class", "summary")).Element("h2", front.SummaryHeading);
            foreach (var text in front.Summary) html.Element("p", text);
            html.Close();
        }

        html.Open("div", ("class", "footnotes"));
        foreach (var note in front.Footnotes) html.Element("p", note);
        html.Element("p", front.JobNumber).Close().Line();
    }

    void Letter(LetterHead letter)
    {
        html.Open("header", ("class", "letter-head"));
        Lines(letter.Sender);
        html.Open("div", ("class", "sides"));
        Lines(letter.Addressee);
        var day = notation.LongDay(Face.AsAt);
        Lines([letter.Place.Length == 0 ? day : letter.Place + ", " + day, letter.Reference]);
        html.Close().Element("h1", Face.Title).Close().Line();
    }

    void Lines(IEnumerable<string> lines)
    {
        html.Open("div");
        foreach (var line in lines) html.Element("div", line);
        html.Close();
    }

    void Title() => html.Open("header", ("class", "title-band"))
        .Element("div", Face.Issuer, ("class", "small")).Element("div", Face.Symbol, ("class", "small"))
        .Element("h1", Face.Title)
        .Element("p", Face.Words.AsAt + " " + notation.LongDay(Face.AsAt), ("class", "subtitle"))
        .Close().Line();
}
