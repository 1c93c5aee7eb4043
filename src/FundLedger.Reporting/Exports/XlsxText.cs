using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace FundLedger.Reporting.Exports;

/// <summary>Gathers the XML of a sheet as UTF-8 and hands it on in pieces.</summary>
sealed class XlsxText(Stream stream)
{
    /// <summary>What a cell of a spreadsheet can hold; a workbook with more of it in one cell counts as damaged.</summary>
    internal const int LongestText = 32_767;

    const int BytesOfText = LongestText * 3;
    const string Cut = "…";

    static readonly SearchValues<char> Special = SearchValues.Create("&<>\r_");
    static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    readonly byte[] _buffer = new byte[2 * BytesOfText];
    int _used;

    internal void Raw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Room(bytes.Length));

    internal void Number(int number)
    {
        Span<byte> digits = stackalloc byte[16];
        Utf8Formatter.TryFormat(number, digits, out var length);
        Raw(digits[..length]);
    }

    internal void Ascii(ReadOnlySpan<char> text) => Encoding.ASCII.GetBytes(text, Room(text.Length));

    /// <summary>Writes text so that every reader gets back exactly these characters.</summary>
    internal void Escaped(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestText)
        {
            var kept = LongestText - Cut.Length;
            Escaped(text[..(char.IsHighSurrogate(text[kept - 1]) ? kept - 1 : kept)]);
            Plain(Cut);
            return;
        }

        while (text.IndexOfAny(Special) is >= 0 and var next)
        {
            Plain(text[..next]);
            Raw(text[next] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                // XML would turn it into a line feed.
                '\r' => "_x000D_"u8,
                _ => LooksEscaped(text[next..]) ? "_x005F_"u8 : "_"u8,
            });
            text = text[(next + 1)..];
        }

        Plain(text);
    }

    internal void Flush()
    {
        stream.Write(_buffer, 0, _used);
        _used = 0;
    }

    // Text such as _x0041_ would be read as the character it names.
    static bool LooksEscaped(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] == 'x' && text[6] == '_' && !text[2..6].ContainsAnyExcept(Hexadecimal);

    void Plain(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        Reserve(text.Length * 3);
        _used += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_used));
    }

    Span<byte> Room(int length)
    {
        Reserve(length);
        _used += length;
        return _buffer.AsSpan(_used - length, length);
    }

    void Reserve(int length)
    {
        if (_used + length > _buffer.Length) Flush();
    }
}
