using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace FundLedger.Tests.Reporting.Excel;

/// <summary>A workbook as another program finds it: parts, cells, stored results.</summary>
sealed class SheetXml
{
    static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    readonly Dictionary<string, XElement> _cells;
    readonly string[] _strings;
    readonly XElement[] _styles;

    public SheetXml(byte[] workbook, int sheet = 1)
    {
        Root = XDocument.Parse(Part(workbook, $"xl/worksheets/sheet{sheet}.xml")).Root!;
        _cells = Root.Descendants(Main + "c").ToDictionary(cell => (string)cell.Attribute("r")!);
        var strings = XDocument.Parse(Part(workbook, "xl/sharedStrings.xml"));
        _strings = [.. strings.Root!.Elements().Select(item => item.Value)];
        _styles = [.. XDocument.Parse(Part(workbook, "xl/styles.xml")).Descendants(Main + "cellXfs").Elements()];
    }

    public XElement Root { get; }

    public string? Formula(string place) => (string?)_cells[place].Element(Main + "f");

    public string Text(string place) => _strings[(int)_cells[place].Element(Main + "v")!];

    public bool IsText(string place) => (string?)_cells[place].Attribute("t") == "s";

    /// <summary>The stored number, character by character.</summary>
    public string? Number(string place) => IsText(place) ? null : (string?)_cells[place].Element(Main + "v");

    public bool HasQuotePrefix(string place) =>
        (string?)_styles[(int)_cells[place].Attribute("s")!].Attribute("quotePrefix") == "1";

    public XElement One(string name) => Root.Descendants(Main + name).Single();

    public static string Part(byte[] workbook, string path)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(zip.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>What a checker of the file format finds wrong.</summary>
    public static string[] Faults(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2016).Validate(document)
            .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")];
    }
}
