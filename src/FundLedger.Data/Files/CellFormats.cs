using System.Globalization;
using System.Xml;

namespace FundLedger.Data.Files;

/// <summary>Which formats of a workbook show a number as a date.</summary>
sealed class CellFormats
{
    readonly List<bool> _isDate = [];

    internal static CellFormats None { get; } = new();

    internal static CellFormats Read(ZippedParts parts, string part)
    {
        var formats = new CellFormats();
        var dates = new HashSet<int>(BuiltInDates());
        var isInCells = false;
        using var xml = parts.Read(part);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs") isInCells = xml.NodeType == XmlNodeType.Element;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt" && IsDate(xml.GetAttribute("formatCode") ?? "")) dates.Add(FormatId(xml));
            if (xml.LocalName == "xf" && isInCells) formats._isDate.Add(dates.Contains(FormatId(xml)));
        }

        return formats;
    }

    internal bool IsDate(int style) => style >= 0 && style < _isDate.Count && _isDate[style];

    static int FormatId(XmlReader xml) =>
        int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    // Dates and times in every language, and the East Asian dates.
    static IEnumerable<int> BuiltInDates() =>
        [.. Enumerable.Range(14, 9), .. Enumerable.Range(27, 10), 45, 46, 47, .. Enumerable.Range(50, 9)];

    /// <summary>Whether a format holds a sign of a day, month or year outside quotation marks, brackets and escapes.</summary>
    static bool IsDate(string code)
    {
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            if (code[i] is '\\' or '_' or '*') i++;
            else if (code[i] == '"') i = End(code, i, '"');
            else if (code[i] == '[') i = End(code, i, ']');
            else if (code[i] is 'd' or 'D' or 'm' or 'M' or 'y' or 'Y') return true;
        }

        return false;

        static int End(string code, int start, char sign)
        {
            var end = code.IndexOf(sign, start + 1);
            return end < 0 ? code.Length : end;
        }
    }
}
