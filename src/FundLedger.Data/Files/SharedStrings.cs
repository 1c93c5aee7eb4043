using System.Xml;

namespace FundLedger.Data.Files;

/// <summary>The texts that a workbook stores once and refers to by number.</summary>
static class SharedStrings
{
    internal static List<string> Read(ZippedParts parts, string part, FileLimits limits)
    {
        var strings = new List<string>();
        var text = new CellText(limits.FieldLength);
        using var xml = parts.Read(part);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si") continue;
            text.Clear();
            if (!xml.IsEmptyElement) text.AppendRuns(xml, "si");
            strings.Add(text.Decoded().ToString());
        }

        return strings;
    }
}
