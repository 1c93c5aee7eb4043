using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HarfBuzzSharp;
using HarfBuzzBuffer = HarfBuzzSharp.Buffer;

namespace FundLedger.Typesetting;

/// <summary>
/// Turns text into glyphs and remembers which it used, so that a document carries only those. One per document;
/// text that returns (a donor's name, a year) is shaped once.
/// </summary>
sealed class Shaper : IDisposable
{
    // Enough for the words of a long report; a listing of a million different names starts anew now and then.
    const int Remembered = 50_000;

    /// <summary>Stands for a character that the fonts lack, so that a reader sees that something stood there.</summary>
    const char Missing = '\uFFFD';

    // Kerning, and marks on their letters; no ligatures, which would come out of the PDF as other characters.
    static readonly Feature[] Features = [Feature.Parse("-liga"), Feature.Parse("-clig"), Feature.Parse("kern")];

    readonly Dictionary<(Cut, string), ShapedText> _shaped = [];
    readonly HarfBuzzBuffer _buffer = new();

    /// <summary>For each cut in use its characters and glyphs.</summary>
    public Dictionary<Cut, GlyphsInUse> InUse { get; } = [];

    public TextLine Line(string text, TypeStyle style)
    {
        var shaped = Shape(text, style.Cut);
        return new TextLine([new TextRun(style, shaped, 0)], shaped.Advance * style.Size);
    }

    public double Width(string text, TypeStyle style) => Shape(text, style.Cut).Advance * style.Size;

    /// <summary>The text, or as much of its beginning as fits.</summary>
    public string Fit(string text, TypeStyle style, double room)
    {
        if (Width(text, style) <= room) return text;
        var (fits, tooLong) = (0, text.Length);
        while (fits + 1 < tooLong)
        {
            var middle = (fits + tooLong) / 2;
            if (Width(Beginning(text, middle), style) <= room) fits = middle;
            else tooLong = middle;
        }

        return Beginning(text, fits);
    }

    public ShapedText Shape(string text, Cut cut)
    {
        if (_shaped.TryGetValue((cut, text), out var known)) return known;
        if (_shaped.Count >= Remembered) _shaped.Clear();
        return _shaped[(cut, text)] = ShapeAnew(text, cut);
    }

    public void Dispose() => _buffer.Dispose();

    ShapedText ShapeAnew(string text, Cut cut)
    {
        var font = FontFile.Of(cut);
        var legible = Legible(text, font);
        if (!InUse.TryGetValue(cut, out var used)) InUse.Add(cut, used = new GlyphsInUse());
        used.Add(legible);
        _buffer.ClearContents();
        _buffer.AddUtf16(legible);
        _buffer.GuessSegmentProperties();
        font.Font.Shape(_buffer, Features);

        var infos = _buffer.GetGlyphInfoSpan();
        var positions = _buffer.GetGlyphPositionSpan();
        var places = ImmutableArray.CreateBuilder<GlyphPlace>(infos.Length);
        var em = (float)font.UnitsPerEm;
        var advance = 0;
        for (var i = 0; i < infos.Length; i++)
        {
            var glyph = (ushort)infos[i].Codepoint;
            used.Glyphs.Add(glyph);
            places.Add(new GlyphPlace(
                glyph, (advance + positions[i].XOffset) / em, -positions[i].YOffset / em));
            advance += positions[i].XAdvance;
        }

        return new ShapedText(legible, places.MoveToImmutable(), advance / em);
    }

    static string Legible(string text, FontFile font)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0) return text;
        var legible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isSpace = Rune.IsWhiteSpace(rune);
            if (!isSpace && IsInvisible(rune)) continue;
            if (font.Has(rune.Value)) legible.Append(rune.ToString());
            else legible.Append(isSpace ? ' ' : Missing);
        }

        return legible.ToString();
    }

    static string Beginning(string text, int length)
    {
        if (length > 0 && char.IsHighSurrogate(text[length - 1])) length--;
        return text[..length].TrimEnd() + "…";
    }

    static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
}

/// <summary>What a document needs of a font.</summary>
sealed class GlyphsInUse
{
    public SortedSet<int> Characters { get; } = [];

    public SortedSet<int> Glyphs { get; } = [];

    public void Add(string text)
    {
        foreach (var rune in text.EnumerateRunes()) Characters.Add(rune.Value);
    }
}
