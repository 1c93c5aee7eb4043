using FundLedger.Format;

namespace FundLedger.Typesetting;

/// <summary>A part of a paragraph that stays on one line, mostly a word, in one style or several.</summary>
sealed class Chunk
{
    readonly List<(TypeStyle Style, ShapedText Text)> _parts = [];

    public IReadOnlyList<(TypeStyle Style, ShapedText Text)> Parts => _parts;

    public double Width { get; private set; }

    /// <summary>The style of the space that follows; none where a line may break after a hyphen.</summary>
    public TypeStyle? Space { get; set; }

    /// <summary>Whether the text itself asks for a new line after this.</summary>
    public bool EndsLine { get; set; }

    public bool IsEmpty => _parts.Count == 0;

    public void Add(TypeStyle style, ShapedText text)
    {
        _parts.Add((style, text));
        Width += text.Advance * style.Size;
    }
}

/// <summary>Cuts marked text into chunks, none wider than a line.</summary>
sealed class Chunker(Shaper shaper, TypeStyle style, double width)
{
    readonly List<Chunk> _chunks = [];
    Chunk _open = new();

    public List<Chunk> Cut(string text)
    {
        foreach (var span in MarkedText.Parse(text)) Cut(span.Text, style.For(span));
        Close(space: null, endsLine: false);
        return _chunks;
    }

    void Cut(string text, TypeStyle spanStyle)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is ' ' or '\t' or '\n')
            {
                Add(text[start..at], spanStyle);
                Close(spanStyle, text[at] == '\n');
                start = at + 1;
            }
            else if (BreaksAfter(text, at))
            {
                Add(text[start..(at + 1)], spanStyle);
                Close(space: null, endsLine: false);
                start = at + 1;
            }
        }

        Add(text[start..], spanStyle);
    }

    // After a hyphen or dash inside words, but not inside figures: "Asia-Pacific", "1–5".
    static bool BreaksAfter(string text, int at) =>
        text[at] is '-' or '–' or '—' && at > 0 && at + 1 < text.Length
        && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]);

    void Add(string text, TypeStyle textStyle)
    {
        if (text.Length == 0) return;
        var shaped = shaper.Shape(text, textStyle.Cut);
        if (shaped.Advance * textStyle.Size <= width) _open.Add(textStyle, shaped);
        else AddInPieces(text, textStyle);
    }

    // A word wider than the line is cut wherever it must be.
    void AddInPieces(string text, TypeStyle textStyle)
    {
        Close(space: null, endsLine: false);
        var runes = text.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        var piece = "";
        var pieceWidth = 0.0;
        foreach (var rune in runes)
        {
            var runeWidth = shaper.Width(rune, textStyle);
            if (pieceWidth + runeWidth > width - textStyle.Size && piece.Length > 0)
            {
                _open.Add(textStyle, shaper.Shape(piece, textStyle.Cut));
                Close(space: null, endsLine: false);
                (piece, pieceWidth) = ("", 0);
            }

            piece += rune;
            pieceWidth += runeWidth;
        }

        _open.Add(textStyle, shaper.Shape(piece, textStyle.Cut));
    }

    void Close(TypeStyle? space, bool endsLine)
    {
        if (_open.IsEmpty)
        {
            if (endsLine && _chunks.Count > 0) _chunks[^1].EndsLine = true;
            else if (space is not null && _chunks.Count > 0) _chunks[^1].Space ??= space;
            return;
        }

        _open.Space = space;
        _open.EndsLine = endsLine;
        _chunks.Add(_open);
        _open = new Chunk();
    }
}
