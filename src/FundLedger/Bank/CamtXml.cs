using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using FundLedger.Money;

namespace FundLedger.Bank;

/// <summary>Moving through a camt file by local names, whatever the namespace of its version.</summary>
static class CamtXml
{
    /// <summary>
    /// Calls <paramref name="visit"/> with the reader at each child element, which it must read past.
    /// </summary>
    public static void ForEachChild(this XmlReader reader, Action<string> visit)
    {
        var depth = reader.Depth;
        var isEmpty = reader.IsEmptyElement;
        reader.Read();
        if (isEmpty) return;
        while (reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element) visit(reader.LocalName);
            else if (!reader.Read()) return;
        }

        reader.Read();
    }

    public static XElement Element(this XmlReader reader) => (XElement)XNode.ReadFrom(reader);

    public static long Row(this XmlReader reader) => ((IXmlLineInfo)reader).LineNumber;

    public static IEnumerable<XElement> Children(this XElement? element, string name)
    {
        for (var node = element?.FirstNode; node is not null; node = node.NextNode)
            if (node is XElement child && child.Name.LocalName == name) yield return child;
    }

    /// <summary>The first element down the path of local names; none where a step is missing.</summary>
    public static XElement? At(this XElement? element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            element = element.Children(name).FirstOrDefault();
            if (element is null) return null;
        }

        return element;
    }

    /// <summary>The text down the path without the space around it; empty where a step is missing.</summary>
    public static string Text(this XElement? element, params ReadOnlySpan<string> path) =>
        element.At(path)?.Value.Trim() ?? "";

    /// <summary>An amount with its currency attribute; none where it is missing or not an amount.</summary>
    public static Amount? Amount(this XElement? element) =>
        element is not null
        && Currency.TryFind(element.Attribute("Ccy")?.Value, out var currency)
        && StatementAmount.TryRead(element.Value.Trim(), '.', currency, out var amount)
            ? amount
            : null;

    /// <summary>A day given as a date or as a moment; of a moment, the day where the bank stands.</summary>
    public static DateOnly? Day(this XElement? element)
    {
        var text = element.Text("Dt") is { Length: > 0 } date ? date : element.Text("DtTm");
        return Day(text);
    }

    public static DateOnly? Day(string text) =>
        text.Length >= 10
        && DateOnly.TryParseExact(
            text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>Whether an indicator says credit; none where it says neither.</summary>
    public static bool? IsCredit(this XElement? element) => element.Text("CdtDbtInd") switch
    {
        "CRDT" => true,
        "DBIT" => false,
        _ => null,
    };
}
