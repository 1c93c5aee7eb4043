using System.Collections.Immutable;
using System.Xml;
using FundLedger.Checks;

namespace FundLedger.Rates;

/// <summary>
/// Reads the XML feed of the UN operational rates of exchange into rows, element by element. A document type is
/// refused and nothing outside the file is ever fetched.
/// </summary>
public static class RateFeed
{
    /// <summary>The largest feed that is read, in characters: many times all the rates ever published.</summary>
    public const long MostCharacters = 100_000_000;

    const string RightFile = "give the XML file of the UN operational rates of exchange";
    const string Root = "UN_OPERATIONAL_RATES_DATASET";
    const string RowName = "UN_OPERATIONAL_RATES";
    static readonly RateColumns Columns = RateColumns.Feed;

    /// <summary>The rows of the feed, for <see cref="RateReading.Of"/> with <see cref="RateColumns.Feed"/>.</summary>
    public static Outcome<ImmutableArray<RateRow>> Read(Stream xml, string file, long mostCharacters = MostCharacters)
    {
        try
        {
            using var reader = XmlReader.Create(xml, Settings(mostCharacters));
            return ReadRows(reader, file);
        }
        catch (XmlException fault)
        {
            return Unreadable(fault, file);
        }
    }

    static XmlReaderSettings Settings(long mostCharacters) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = mostCharacters,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    static Outcome<ImmutableArray<RateRow>> ReadRows(XmlReader reader, string file)
    {
        reader.MoveToContent();
        if (reader.LocalName != Root)
            return new Problem(
                $"the file begins with the element '{Quoted.Short(reader.LocalName)}', not with '{Root}'",
                RightFile)
            { File = file };
        var rows = new List<RateRow>();
        var problems = new List<Problem>();
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == RowName)
                rows.Add(ReadRow(reader, rows.Count + 1, file, problems));
        }

        if (rows.Count == 0)
            problems.Add(new Problem("the file holds no rates", "download the rates again") { File = file });
        return problems.Count > 0 ? new Refusal([.. problems]) : rows.ToImmutableArray();
    }

    static RateRow ReadRow(XmlReader reader, long number, string file, List<Problem> problems)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        using var fields = reader.ReadSubtree();
        fields.Read();
        fields.Read();
        while (!fields.EOF)
        {
            var name = fields.LocalName;
            if (fields.NodeType != XmlNodeType.Element) fields.Read();
            else if (!IsWanted(name)) fields.Skip();
            else if (!values.TryAdd(name, fields.ReadElementContentAsString()))
                problems.Add(new Problem($"the row has {name} twice", "download the rates again")
                { File = file, Row = number, Column = name });
        }

        return new RateRow(number, Value(Columns.Currency), Value(Columns.Date), Value(Columns.Rate));

        string Value(string name) => values.GetValueOrDefault(name, "");
    }

    static bool IsWanted(string name) => name == Columns.Currency || name == Columns.Date || name == Columns.Rate;

    /// <summary>The reader names its limits only in the message, which is not translated.</summary>
    static Problem Unreadable(XmlException fault, string file)
    {
        if (fault.Message.Contains("DTD", StringComparison.Ordinal))
            return new Problem(
                "the file declares a document type, through which it could reach for other files or grow without end",
                "take the file as the UN publishes it: it has no document type")
            { File = file };
        if (fault.Message.Contains(nameof(XmlReaderSettings.MaxCharactersInDocument), StringComparison.Ordinal))
            return new Problem("the file is larger than any list of rates", RightFile) { File = file };
        return new Problem(
            $"the file is not XML that can be read, at line {fault.LineNumber}, position {fault.LinePosition}",
            "download the rates again")
        { File = file };
    }
}
