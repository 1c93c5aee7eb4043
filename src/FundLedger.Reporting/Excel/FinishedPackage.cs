using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using FundLedger.Reports;

namespace FundLedger.Reporting.Excel;

/// <summary>
/// A saved workbook, put into its final form: no name or time in it is left to chance, and every formula has its
/// result beside it.
/// </summary>
static partial class FinishedPackage
{
    const string CoreProperties = "docProps/core.xml";
    const string Book = "xl/workbook.xml";
    const string ContentTypes = "[Content_Types].xml";
    const string Package = "http://schemas.openxmlformats.org/package/2006";
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string FormulaEnd = "</x:f></x:c>";

    // The earliest moment a zip file can state.
    static readonly DateTimeOffset PartTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static byte[] Of(MemoryStream saved, DocumentFace face, List<List<string>> results)
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        using (var zip = new ZipArchive(saved, ZipArchiveMode.Read, leaveOpen: true))
            foreach (var entry in zip.Entries)
                if (!entry.FullName.EndsWith(".psmdcp", StringComparison.Ordinal)) parts[entry.FullName] = TextOf(entry);

        parts[CoreProperties] = Core(face);
        parts["_rels/.rels"] = Relations;
        parts[ContentTypes] = NameCore(parts[ContentTypes]);
        parts[Book] = TitleRows().Replace(parts[Book], "!$$$1:$$$2<");
        for (var i = 0; i < results.Count; i++)
        {
            var path = FormattableString.Invariant($"xl/worksheets/sheet{i + 1}.xml");
            parts[path] = WithResults(parts[path], results[i]);
        }

        return Zipped(parts);
    }

    static string TextOf(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    static byte[] Zipped(SortedDictionary<string, string> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, text) in parts)
            {
                var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
                entry.LastWriteTime = PartTime;
                using var part = entry.Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }

        return stream.ToArray();
    }

    /// <summary>Puts the results behind the formulas, in the order of the cells.</summary>
    static string WithResults(string sheet, List<string> results)
    {
        var pieces = sheet.Split(FormulaEnd);
        if (pieces.Length != results.Count + 1)
            throw new InvalidOperationException(
                $"A sheet has {pieces.Length - 1} formulas without results, and {results.Count} results are at hand.");
        var text = new StringBuilder(pieces[0], sheet.Length + (results.Count * 24));
        for (var i = 0; i < results.Count; i++)
            text.Append("</x:f><x:v>").Append(results[i]).Append("</x:v></x:c>").Append(pieces[i + 1]);
        return text.ToString();
    }

    static string Core(DocumentFace face)
    {
        var moment = face.AsKnownOn.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return $"""
            <?xml version="1.0" encoding="utf-8"?><cp:coreProperties xmlns:cp="{Package}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{SecurityElement.Escape(face.Title)}</dc:title><dc:subject>{SecurityElement.Escape(face.Id)}</dc:subject><dc:creator>FundLedger</dc:creator><dc:language>{SecurityElement.Escape(face.Language)}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>
            """;
    }

    static string Relations { get; } = $"""
        <?xml version="1.0" encoding="utf-8"?><Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="/xl/workbook.xml"/><Relationship Id="rId2" Type="{Office}/extended-properties" Target="/docProps/app.xml"/><Relationship Id="rId3" Type="{Package}/relationships/metadata/core-properties" Target="/{CoreProperties}"/></Relationships>
        """;

    static string NameCore(string contentTypes) => CoreDefault().Replace(
        contentTypes,
        $"""<Override PartName="/{CoreProperties}" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>""");

    [GeneratedRegex("""<Default Extension="psmdcp"[^>]*/>""")]
    private static partial Regex CoreDefault();

    // ClosedXML names the rows that repeat on each page as 6:6, which only Excel understands; $6:$6 is understood by all.
    [GeneratedRegex("!([0-9]+):([0-9]+)<")]
    private static partial Regex TitleRows();
}
