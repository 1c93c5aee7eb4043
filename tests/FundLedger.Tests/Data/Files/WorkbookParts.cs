namespace FundLedger.Tests.Data.Files;

/// <summary>The parts of a small workbook as a spreadsheet program writes them, to be bent for a test.</summary>
sealed class WorkbookParts
{
    const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

    public Dictionary<string, string> Parts { get; } = new()
    {
        ["_rels/.rels"] = $"{Relations}<Relationship Id=\"a\" Type=\"{Relation}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        ["xl/_rels/workbook.xml.rels"] = Relations
            + $"<Relationship Id=\"r1\" Type=\"{Relation}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            + $"<Relationship Id=\"r2\" Type=\"{Relation}/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>"
            + $"<Relationship Id=\"r3\" Type=\"{Relation}/sharedStrings\" Target=\"sharedStrings.xml\"/>"
            + $"<Relationship Id=\"r4\" Type=\"{Relation}/styles\" Target=\"styles.xml\"/></Relationships>",
        ["xl/sharedStrings.xml"] = $"<sst {Main}/>",
        ["xl/styles.xml"] = $"<styleSheet {Main}><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-409]d mmm yy;@\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"&quot;dm&quot; #,##0.00\\y\"/></numFmts>"
            + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>",
        ["xl/worksheets/sheet2.xml"] = $"<worksheet {Main}><sheetData><row><c t=\"inlineStr\"><is><t>second</t></is></c></row></sheetData></worksheet>",
    };

    public static WorkbookParts WithRows(string rows, string workbookPr = "", string secondState = "")
    {
        var book = new WorkbookParts();
        book.Parts["xl/worksheets/sheet1.xml"] = $"<worksheet {Main}><sheetData>{rows}</sheetData></worksheet>";
        book.Parts["xl/workbook.xml"] = $"<workbook {Main} xmlns:r=\"{Relation}\">{workbookPr}<sheets>"
            + $"<sheet name=\"Old\" sheetId=\"2\" r:id=\"r2\" state=\"{(secondState.Length > 0 ? secondState : "hidden")}\"/>"
            + "<sheet name=\"Pledges\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
        return book;
    }

    public WorkbookParts WithStrings(string items)
    {
        Parts["xl/sharedStrings.xml"] = $"<sst {Main}>{items}</sst>";
        return this;
    }

    public WorkbookParts With(string path, string text)
    {
        Parts[path] = text;
        return this;
    }

    public FileOnDisk Save() => FileOnDisk.Zip(Parts.Select(part => (part.Key, part.Value)));
}
