using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace FundLedger.Pdf;

/// <summary>
/// What Skia cannot write, appended to its finished file as the format's own incremental update: bookmarks, the
/// language, and that viewers show the title. And an identifier made from the content, where Skia's is made from the
/// time of day.
/// </summary>
sealed partial class PdfUpdate
{
    readonly byte[] _pdf;
    readonly string _trailer;
    readonly int _crossReferences;
    readonly int _size;
    readonly int _root;
    readonly List<(int Number, string Text)> _objects = [];

    PdfUpdate(byte[] pdf)
    {
        _pdf = pdf;
        var text = Encoding.Latin1.GetString(pdf);
        _trailer = text[text.LastIndexOf("trailer", StringComparison.Ordinal)..];
        _crossReferences = Found(StartOfReferences().Match(_trailer));
        _size = Found(Size().Match(_trailer));
        _root = Found(Root().Match(_trailer));
    }

    public static byte[] Append(byte[] pdf, string language, IReadOnlyList<HeadingPlace> headings)
    {
        Identify(pdf);
        var update = new PdfUpdate(pdf);
        var bookmarks = headings.Count == 0 ? "" : update.Bookmarks(headings);
        update.Catalogue($"{bookmarks}/Lang ({Plain(language)})\n/ViewerPreferences <</DisplayDocTitle true>>");
        return update.Finish();
    }

    // Skia writes one identifier twice as hexadecimal digits and twice as a UUID.
    static void Identify(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var match = Identifier().Match(text, text.LastIndexOf("trailer", StringComparison.Ordinal));
        if (!match.Success) throw new InvalidOperationException("The PDF has no identifier.");
        var digits = match.Groups[1].Value;
        var places = Places(text, digits).Concat(Places(text, Uuid(digits).ToLowerInvariant())).ToList();
        foreach (var (at, length) in places) pdf.AsSpan(at, length).Fill((byte)'0');
        var hash = Convert.ToHexString(SHA256.HashData(pdf))[..digits.Length];
        foreach (var (at, length) in places)
            Encoding.ASCII.GetBytes(length == hash.Length ? hash : Uuid(hash).ToLowerInvariant(), pdf.AsSpan(at, length));
    }

    static IEnumerable<(int At, int Length)> Places(string text, string part)
    {
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal))
            yield return (at, part.Length);
    }

    static string Uuid(string digits) =>
        $"{digits[..8]}-{digits[8..12]}-{digits[12..16]}-{digits[16..20]}-{digits[20..]}";

    // One object for the list and one for each heading, linked to its parent, neighbours and children.
    string Bookmarks(IReadOnlyList<HeadingPlace> headings)
    {
        var parents = Parents(headings);
        int Number(int index) => _size + 1 + index;
        for (var i = -1; i < headings.Count; i++)
        {
            var below = Enumerable.Range(0, headings.Count).Where(child => parents[child] == i).ToList();
            var text = new StringBuilder("<<");
            if (i < 0) text.Append("/Type /Outlines");
            else Item(text, headings[i], i, parents, Number);
            if (below.Count > 0)
                text.Append(CultureInfo.InvariantCulture, $"\n/First {Number(below[0])} 0 R\n/Last {Number(below[^1])} 0 R")
                    .Append(CultureInfo.InvariantCulture, $"\n/Count {Descendants(i, parents)}");
            _objects.Add((Number(i), text.Append(">>").ToString()));
        }

        return $"/Outlines {_size} 0 R\n/PageMode /UseOutlines\n";
    }

    static void Item(StringBuilder text, HeadingPlace place, int index, int[] parents, Func<int, int> number)
    {
        var title = (place.Heading.Label + " " + Format.MarkedText.Plain(place.Heading.Text)).Trim();
        text.Append(CultureInfo.InvariantCulture, $"/Title <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(title))}>")
            .Append(CultureInfo.InvariantCulture, $"\n/Parent {number(parents[index])} 0 R\n/Dest /{place.Target}");
        var before = Array.FindLastIndex(parents, Math.Max(0, index - 1), Math.Max(0, index), at => at == parents[index]);
        var after = Array.FindIndex(parents, index + 1, at => at == parents[index]);
        if (index > 0 && before >= 0) text.Append(CultureInfo.InvariantCulture, $"\n/Prev {number(before)} 0 R");
        if (after >= 0) text.Append(CultureInfo.InvariantCulture, $"\n/Next {number(after)} 0 R");
    }

    // For each heading the last one before it of a higher level, or -1.
    static int[] Parents(IReadOnlyList<HeadingPlace> headings)
    {
        var parents = new int[headings.Count];
        for (var i = 0; i < parents.Length; i++)
        {
            var parent = i - 1;
            while (parent >= 0 && headings[parent].Heading.Level >= headings[i].Heading.Level) parent = parents[parent];
            parents[i] = parent;
        }

        return parents;
    }

    static int Descendants(int index, int[] parents)
    {
        if (index < 0) return parents.Length;
        var end = index + 1;
        while (end < parents.Length && parents[end] >= index) end++;
        return end - index - 1;
    }

    void Catalogue(string additions)
    {
        // An entry of the table is 20 bytes long; "xref" and the count stand before them.
        var table = Encoding.Latin1.GetString(_pdf, _crossReferences, 40);
        var entries = _crossReferences + table.IndexOf('\n', 5) + 1;
        var at = int.Parse(Encoding.Latin1.GetString(_pdf, entries + (20 * _root), 10), CultureInfo.InvariantCulture);
        var end = _pdf.AsSpan(at).IndexOf(">>\nendobj"u8);
        var text = Encoding.Latin1.GetString(_pdf, at, end);
        _objects.Insert(0, (_root, text[text.IndexOf("<<", StringComparison.Ordinal)..] + "\n" + additions + ">>"));
    }

    byte[] Finish()
    {
        var text = new StringBuilder();
        var places = new List<int>();
        foreach (var (number, content) in _objects)
        {
            places.Add(_pdf.Length + text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n");
        }

        var start = _pdf.Length + text.Length;
        text.Append("xref\n");
        for (var i = 0; i < _objects.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"{_objects[i].Number} 1\n{places[i]:D10} 00000 n \n");
        var size = Math.Max(_size, _objects.Max(one => one.Number) + 1);
        var trailer = _trailer[.._trailer.IndexOf("startxref", StringComparison.Ordinal)].TrimEnd();
        trailer = Size().Replace(trailer, string.Create(CultureInfo.InvariantCulture, $"/Size {size}"));
        text.Append(trailer[..^2]);
        text.Append(CultureInfo.InvariantCulture, $"\n/Prev {_crossReferences}>>\nstartxref\n{start}\n%%EOF\n");
        return [.. _pdf, .. Encoding.Latin1.GetBytes(text.ToString())];
    }

    static string Plain(string language) =>
        string.Concat(language.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'));

    static int Found(Match match) => match.Success
        ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
        : throw new InvalidOperationException("The PDF does not end as Skia ends it.");

    [GeneratedRegex(@"startxref\s+(\d+)")]
    private static partial Regex StartOfReferences();

    [GeneratedRegex(@"/Size (\d+)")]
    private static partial Regex Size();

    [GeneratedRegex(@"/Root (\d+) 0 R")]
    private static partial Regex Root();

    [GeneratedRegex(@"/ID \[<([0-9A-F]{32})>")]
    private static partial Regex Identifier();
}
