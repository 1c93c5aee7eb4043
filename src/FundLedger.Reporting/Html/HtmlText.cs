using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using FundLedger.Checks;
using FundLedger.Format;

namespace FundLedger.Html;

/// <summary>
/// HTML being written. Elements close in the order they were opened, and everything that is not an element's or an
/// attribute's name is encoded: a document holds data from outside.
/// </summary>
sealed class HtmlText
{
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    readonly StringBuilder _text = new();
    readonly Stack<string> _open = new();

    public HtmlText Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        _open.Push(element);
        return this;
    }

    public HtmlText Close()
    {
        _text.Append("</").Append(_open.Pop()).Append('>');
        return this;
    }

    /// <summary>An element that holds nothing: <c>meta</c>, <c>link</c>.</summary>
    public HtmlText Empty(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        return this;
    }

    public HtmlText Text(string text)
    {
        _text.Append(Encoder.Encode(HiddenCharacters.Without(text)));
        return this;
    }

    /// <summary>Text with *emphasis* and **strong**.</summary>
    public HtmlText Marked(string text)
    {
        foreach (var span in MarkedText.Parse(text))
        {
            if (span.Strong) Open("strong");
            if (span.Emphasis) Open("em");
            Text(span.Text);
            if (span.Emphasis) Close();
            if (span.Strong) Close();
        }

        return this;
    }

    /// <summary>An element with marked text in it; none where there is no text.</summary>
    public HtmlText Element(
        string element, string? text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        string.IsNullOrEmpty(text) ? this : Open(element, attributes).Marked(text).Close();

    /// <summary>What is HTML already: a drawn chart, a style sheet of our own.</summary>
    public HtmlText Raw(string html)
    {
        _text.Append(html);
        return this;
    }

    public HtmlText Line()
    {
        _text.Append('\n');
        return this;
    }

    public override string ToString() => _open.Count == 0
        ? _text.ToString()
        : throw new InvalidOperationException($"The element {_open.Peek()} was not closed.");

    void Start(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _text.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is null) continue;
            _text.Append(' ').Append(name).Append("=\"").Append(Encoder.Encode(HiddenCharacters.Without(value))).Append('"');
        }

        _text.Append('>');
    }
}
