using System.Globalization;
using System.Security;
using FundLedger.Reporting.Excel;

namespace FundLedger.Reporting.Exports;

/// <summary>The parts of an exported workbook that surround its sheets: index, formats and relations.</summary>
static class XlsxParts
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Package = "http://schemas.openxmlformats.org/package/2006";
    const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";

    internal static string SheetPath(int number) => Text($"xl/worksheets/sheet{number}.xml");

    internal static IEnumerable<(string Path, string Content)> Around(int sheets, string name)
    {
        var numbers = Enumerable.Range(1, sheets);
        yield return ("xl/workbook.xml", Head + Text($"""
            <workbook xmlns="{Main}" xmlns:r="{Relation}"><sheets>{string.Concat(numbers.Select(number => Sheet(number, name)))}</sheets></workbook>
            """));
        yield return ("xl/styles.xml", Head + XlsxFormats.Styles);
        yield return ("xl/_rels/workbook.xml.rels", Head + Text($"""
            <Relationships xmlns="{Package}/relationships">{string.Concat(numbers.Select(SheetRelation))}
            <Relationship Id="styles" Type="{Relation}/styles" Target="styles.xml"/></Relationships>
            """));
        yield return ("_rels/.rels", Head + Text($"""
            <Relationships xmlns="{Package}/relationships">
            <Relationship Id="workbook" Type="{Relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """));
        yield return ("[Content_Types].xml", Head + Text($"""
            <Types xmlns="{Package}/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="{Type}.styles+xml"/>{string.Concat(numbers.Select(SheetType))}
            </Types>
            """));
    }

    static string Sheet(int number, string name)
    {
        var label = SheetName.Of(name, number == 1 ? "" : Text($" {number}"));
        return Text($"""<sheet name="{SecurityElement.Escape(label)}" sheetId="{number}" r:id="sheet{number}"/>""");
    }

    static string SheetRelation(int number) => Text(
        $"""<Relationship Id="sheet{number}" Type="{Relation}/worksheet" Target="worksheets/sheet{number}.xml"/>""");

    static string SheetType(int number) => Text(
        $"""<Override PartName="/{SheetPath(number)}" ContentType="{Type}.worksheet+xml"/>""");

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
