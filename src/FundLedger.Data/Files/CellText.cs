using System.Globalization;
using System.Xml;

namespace FundLedger.Data.Files;

/// <summary>
/// Gathers the text of one cell, never more of it than a field may hold and one character, by which a field that is
/// too long is recognised.
/// </summary>
sealed class CellText(int most)
{
    readonly char[] _scrap = new char[256];
    char[] _chars = new char[256];
    int _used;

    internal ReadOnlySpan<char> Raw => _chars.AsSpan(0, _used);

    internal void Clear() => _used = 0;

    /// <summary>Appends the text of the element the reader is at, and leaves the reader at its end.</summary>
    internal void Append(XmlReader xml)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace
                or XmlNodeType.Whitespace) AppendValue(xml);
    }

    /// <summary>Appends plain and formatted runs of text up to the end of an element, without the aids to pronounce it.</summary>
    internal void AppendRuns(XmlReader xml, string element)
    {
        var isPronunciation = false;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == element))
        {
            if (xml.LocalName == "rPh") isPronunciation = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t" && !isPronunciation) Append(xml);
        }
    }

    /// <summary>The text with escapes such as _x000A_ put back into the characters they stand for.</summary>
    internal ReadOnlySpan<char> Decoded()
    {
        var written = Raw.IndexOf("_x", StringComparison.Ordinal);
        if (written < 0) return Raw;
        for (var read = written; read < _used; written++)
        {
            if (IsEscape(Raw[read..], out var character))
            {
                _chars[written] = character;
                read += 7;
            }
            else
            {
                _chars[written] = _chars[read++];
            }
        }

        _used = written;
        return Raw;
    }

    static bool IsEscape(ReadOnlySpan<char> text, out char character)
    {
        character = default;
        if (text.Length < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_'
            || !ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) return false;
        character = (char)code;
        return true;
    }

    void AppendValue(XmlReader xml)
    {
        for (int read; (read = xml.ReadValueChunk(_scrap, 0, _scrap.Length)) > 0;)
        {
            var kept = Math.Min(read, most + 1 - _used);
            if (_used + kept > _chars.Length) Array.Resize(ref _chars, (_used + kept) * 2);
            _scrap.AsSpan(0, kept).CopyTo(_chars.AsSpan(_used));
            _used += kept;
        }
    }
}
