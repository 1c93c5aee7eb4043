using System.Xml;

namespace FundLedger.Data.Files;

/// <summary>Where the parts of a workbook are: the sheet that was asked for, its strings and its formats.</summary>
sealed record WorkbookIndex(string Sheet, string? SharedStrings, string? Styles, bool CountsFrom1904)
{
    internal static WorkbookIndex Read(ZippedParts parts, string? sheetName)
    {
        const string packageRelations = "_rels/.rels";
        if (!parts.Has(packageRelations)) throw NotAWorkbook();
        var workbook = Relations(parts, packageRelations, "")
            .FirstOrDefault(relation => relation.Type == "officeDocument")?.Target;
        if (workbook is null || !parts.Has(workbook)) throw NotAWorkbook();

        var slash = workbook.LastIndexOf('/') + 1;
        var folder = workbook[..slash];
        var relations = Relations(parts, $"{folder}_rels/{workbook[slash..]}.rels", folder);
        var (sheets, countsFrom1904) = Sheets(parts, workbook);
        var chosen = Choose(sheets, sheetName);
        return new WorkbookIndex(
            relations.FirstOrDefault(relation => relation.Id == chosen.RelationId)?.Target ?? throw NotAWorkbook(),
            relations.FirstOrDefault(relation => relation.Type == "sharedStrings")?.Target,
            relations.FirstOrDefault(relation => relation.Type == "styles")?.Target,
            countsFrom1904);
    }

    static FileRefusedException NotAWorkbook() =>
        new("the file is not a workbook of the form .xlsx", "save the table as .xlsx or CSV");

    static SheetEntry Choose(List<SheetEntry> sheets, string? name)
    {
        var chosen = name is null
            ? sheets.Find(sheet => !sheet.IsHidden) ?? sheets.FirstOrDefault()
            : sheets.Find(sheet => sheet.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return chosen ?? throw new FileRefusedException(
            name is null ? "the workbook has no sheet" : $"the workbook has no sheet '{name}'",
            "name one of its sheets: " + string.Join(", ", sheets.Select(sheet => sheet.Name)));
    }

    static (List<SheetEntry> Sheets, bool CountsFrom1904) Sheets(ZippedParts parts, string workbook)
    {
        var sheets = new List<SheetEntry>();
        var countsFrom1904 = false;
        using var xml = parts.Read(workbook);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") countsFrom1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet") continue;
            sheets.Add(new SheetEntry(
                xml.GetAttribute("name") ?? "",
                RelationId(xml),
                xml.GetAttribute("state") is "hidden" or "veryHidden"));
        }

        return (sheets, countsFrom1904);
    }

    // The name space of r:id differs between the strict and the usual form of a workbook.
    static string RelationId(XmlReader xml)
    {
        var id = "";
        while (xml.MoveToNextAttribute())
            if (xml.LocalName == "id" && xml.NamespaceURI.Length > 0) id = xml.Value;
        xml.MoveToElement();
        return id;
    }

    static List<Relation> Relations(ZippedParts parts, string part, string folder)
    {
        var relations = new List<Relation>();
        using var xml = parts.Read(part);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship") continue;
            var target = xml.GetAttribute("Target") ?? "";
            var type = xml.GetAttribute("Type") ?? "";
            relations.Add(new Relation(
                xml.GetAttribute("Id") ?? "",
                type[(type.LastIndexOf('/') + 1)..],
                target.StartsWith('/') ? target[1..] : folder + target));
        }

        return relations;
    }

    sealed record SheetEntry(string Name, string RelationId, bool IsHidden);

    sealed record Relation(string Id, string Type, string Target);
}
