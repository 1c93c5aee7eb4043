using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using FundLedger.Format;

namespace FundLedger.Pdf;

/// <summary>
/// What Skia cannot write, appended to its finished file as the format's own incremental update: bookmarks, the
/// language, and that viewers show the title. And an identifier made from the content, where Skia's is made from the
/// time of day.
/// </summary>
sealed partial class PdfUpdate
{
    const int UuidLength = 36;

    readonly byte[] _pdf;
    readonly int _crossReferences;
    readonly int _size;
    readonly int _root;
    readonly int _info;
    readonly string _identifier;
    readonly List<(int Number, string Text)> _objects = [];

    PdfUpdate(byte[] pdf)
    {
        var end = pdf.AsSpan().LastIndexOf("trailer"u8);
        var trailer = Encoding.Latin1.GetString(pdf, end, pdf.Length - end);
        _crossReferences = Found(StartOfReferences().Match(trailer));
        _size = Found(Size().Match(trailer));
        _root = Found(Root().Match(trailer));
        _info = Found(Info().Match(trailer));
        // Skia's trailer repeats its identifier, in one of two forms and so of varying length: it is written anew.
        var body = pdf[..end];
        _identifier = Identify(body);
        _pdf = [.. body, .. Encoding.Latin1.GetBytes(Trailer(_size, "", _crossReferences))];
    }

    public static byte[] Append(byte[] pdf, string language, IReadOnlyList<HeadingPlace> headings)
    {
        var update = new PdfUpdate(pdf);
        var bookmarks = headings.Count == 0 ? "" : update.Bookmarks(headings);
        update.Catalogue($"{bookmarks}/Lang ({Plain(language)})\n/ViewerPreferences <</DisplayDocTitle true>>");
        return update.Finish();
    }

    // Puts the content's hash where Skia wrote a UUID of the time, and answers it.
    static string Identify(byte[] body)
    {
        var places = Uuid().Matches(Encoding.Latin1.GetString(body)).Select(match => match.Groups[1].Index).ToList();
        foreach (var at in places) body.AsSpan(at, UuidLength).Fill((byte)'0');
        var hash = SHA256.HashData(body);
        var uuid = new Guid(hash.AsSpan(0, 16), bigEndian: true);
        foreach (var at in places) Encoding.ASCII.GetBytes(uuid.ToString("D"), body.AsSpan(at, UuidLength));
        return uuid.ToString("N").ToUpperInvariant();
    }

    string Trailer(int size, string more, int start) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        trailer
        <</Size {size}
        /Root {_root} 0 R
        /Info {_info} 0 R
        /ID [<{_identifier}> <{_identifier}>]{more}>>
        startxref
        {start}
        %%EOF

        """);

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
                text.Append(CultureInfo.InvariantCulture, $"\n/First {Number(below[0])} 0 R")
                    .Append(CultureInfo.InvariantCulture, $"\n/Last {Number(below[^1])} 0 R")
                    .Append(CultureInfo.InvariantCulture, $"\n/Count {Descendants(i, parents)}");
            _objects.Add((Number(i), text.Append(">>").ToString()));
        }

        return $"/Outlines {_size} 0 R\n/PageMode /UseOutlines\n";
    }

    static void Item(StringBuilder text, HeadingPlace place, int index, int[] parents, Func<int, int> number)
    {
        var title = (place.Heading.Label + " " + MarkedText.Plain(place.Heading.Text)).Trim();
        text.Append("/Title <FEFF").Append(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(title))).Append('>')
            .Append(CultureInfo.InvariantCulture, $"\n/Parent {number(parents[index])} 0 R\n/Dest /{place.Target}");
        var before = Array.LastIndexOf(parents[..index], parents[index]);
        var after = Array.IndexOf(parents, parents[index], index + 1);
        if (before >= 0) text.Append(CultureInfo.InvariantCulture, $"\n/Prev {number(before)} 0 R");
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
        text.Append(Trailer(size, string.Create(CultureInfo.InvariantCulture, $"\n/Prev {_crossReferences}"), start));
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

    [GeneratedRegex(@"/Info (\d+) 0 R")]
    private static partial Regex Info();

    [GeneratedRegex(@"<xmpMM:(?:Document|Instance)ID>uuid:([0-9a-f-]{36})<")]
    private static partial Regex Uuid();
}
