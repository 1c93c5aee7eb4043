using System.Globalization;
using System.Text;
using System.Xml;
using FundLedger.Money;
using FundLedger.Reports.Iati;

namespace FundLedger.Reporting.Exports;

/// <summary>
/// Writes activities of the IATI standard, version 2.03, in the order of elements that its schema demands, one transaction at
/// a time. The same ledger gives the same bytes.
/// </summary>
public static class IatiWriter
{
    /// <summary>Human rights, in the list of the OECD's Development Assistance Committee.</summary>
    const string Sector = "15160";

    /// <summary>Developing countries, unspecified.</summary>
    const string Region = "998";

    const string Implementation = "2";
    const string ActualStart = "2";
    const string Accountable = "2";
    const string Implementing = "4";

    static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Replace,
        CloseOutput = false
    };

    public static void Write(IatiFile file, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartElement("iati-activities");
        xml.WriteAttributeString("version", "2.03");
        xml.WriteAttributeString("generated-datetime", Moment(file.Generated));
        foreach (var activity in file.Activities) Write(xml, file, activity);
        xml.WriteEndElement();
    }

    static void Write(XmlWriter xml, IatiFile file, IatiActivity activity)
    {
        xml.WriteStartElement("iati-activity");
        xml.WriteAttributeString("xml", "lang", null, "en");
        xml.WriteAttributeString("default-currency", Currency.Usd.Code);
        xml.WriteAttributeString("last-updated-datetime", Moment(file.Generated));
        xml.WriteElementString("iati-identifier", $"{file.Publisher.Reference}-{activity.Fund.Code}");
        Organisation(xml, "reporting-org", file.Publisher.Name, ("ref", file.Publisher.Reference), ("type", file.Publisher.Type));
        Narrative(xml, "title", activity.Fund.Name, activity.Fund.NameFr, activity.Fund.NameEs);
        Narrative(xml, "description", $"{activity.Fund.Name}. Established by {activity.Fund.Basis}.");
        foreach (var role in new[] { Accountable, Implementing })
            Organisation(xml, "participating-org", file.Publisher.Name, ("ref", file.Publisher.Reference), ("type", file.Publisher.Type),
                ("role", role), ("crs-channel-code", activity.Fund.Channel));
        Empty(xml, "activity-status", ("code", Implementation));
        Empty(xml, "activity-date", ("type", ActualStart), ("iso-date", DayText.Iso(activity.Start)));
        Empty(xml, "recipient-region", ("code", Region), ("vocabulary", "1"));
        Empty(xml, "sector", ("code", Sector), ("vocabulary", "1"));
        foreach (var transaction in activity.Transactions) Write(xml, transaction);
        xml.WriteEndElement();
    }

    static void Write(XmlWriter xml, IatiTransaction transaction)
    {
        xml.WriteStartElement("transaction");
        if (transaction.Reference is { Length: > 0 } reference) xml.WriteAttributeString("ref", Clean(reference));
        Empty(xml, "transaction-type", ("code", ((int)transaction.Type).ToString(CultureInfo.InvariantCulture)));
        Empty(xml, "transaction-date", ("iso-date", DayText.Iso(transaction.Date)));
        xml.WriteStartElement("value");
        xml.WriteAttributeString("currency", transaction.Value.Currency.Code);
        xml.WriteAttributeString("value-date", DayText.Iso(transaction.Date));
        xml.WriteString(transaction.Value.ToPlainText());
        xml.WriteEndElement();
        Narrative(xml, "description", transaction.Description);
        if (transaction.Provider is { Length: > 0 } provider)
            Organisation(xml, "provider-org", provider, ("type", transaction.ProviderType ?? ""));
        xml.WriteEndElement();
    }

    static void Organisation(XmlWriter xml, string element, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(element);
        foreach (var (attribute, value) in attributes)
        {
            if (value.Length > 0) xml.WriteAttributeString(attribute, value);
        }

        xml.WriteElementString("narrative", Clean(name));
        xml.WriteEndElement();
    }

    /// <summary>A text with its translations, where there are any.</summary>
    static void Narrative(XmlWriter xml, string element, string english, string french = "", string spanish = "")
    {
        xml.WriteStartElement(element);
        xml.WriteElementString("narrative", Clean(english));
        foreach (var (language, text) in new[] { ("fr", french), ("es", spanish) })
        {
            if (text.Length == 0) continue;
            xml.WriteStartElement("narrative");
            xml.WriteAttributeString("xml", "lang", null, language);
            xml.WriteString(Clean(text));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    static void Empty(XmlWriter xml, string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(element);
        foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }

    /// <summary>Text without the characters that no XML file can hold.</summary>
    static string Clean(string text)
    {
        if (text.All(XmlConvert.IsXmlChar)) return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(text[i])
                .Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
        }

        return clean.ToString();
    }

    static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
