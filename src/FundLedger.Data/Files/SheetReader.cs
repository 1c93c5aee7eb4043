using System.Globalization;
using System.Xml;

namespace FundLedger.Data.Files;

/// <summary>Reads the rows of a sheet one by one from its XML.</summary>
sealed class SheetReader(
    XmlReader xml, FileLimits limits, List<string> sharedStrings, CellFormats formats, bool countsFrom1904)
{
    readonly CellText _text = new(limits.FieldLength);
    readonly char[] _room = new char[64];
    long _number;

    /// <summary>Reads the next row that the sheet stores; none after the last.</summary>
    internal bool Read(FileRow row)
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "sheetData") return false;
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row") continue;
            ReadRow(row);
            return true;
        }

        return false;
    }

    void ReadRow(FileRow row)
    {
        var number = _number + 1;
        if (xml.GetAttribute("r") is { } given && !long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out number))
            throw Damaged();
        if (number <= _number) throw Damaged();
        row.Begin(_number = number);
        if (xml.IsEmptyElement) return;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "row"))
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c") ReadCell(row);
    }

    void ReadCell(FileRow row)
    {
        var column = row.FieldCount;
        string? type = null, style = null;
        while (xml.MoveToNextAttribute())
        {
            if (xml.Name == "r") column = ColumnOf(xml.Value);
            else if (xml.Name == "t") type = xml.Value;
            else if (xml.Name == "s") style = xml.Value;
        }

        xml.MoveToElement();
        _text.Clear();
        var content = xml.IsEmptyElement ? Content.None : ReadContent();
        if (content == Content.None || row.Problem is not null) return;
        if (column < row.FieldCount) throw Damaged();
        row.SkipTo(column);
        if (content == Content.FormulaOnly)
            row.FailHere(
                "holds a formula without its result", "open the workbook in a spreadsheet program, save it and try again");
        else if (type == "e")
            row.FailHere($"holds the error {_text.Raw}", "correct the formula in the workbook");
        else
            row.Append(Value(type, style));
    }

    /// <summary>Gathers the text of a cell and leaves the reader at the cell's end.</summary>
    Content ReadContent()
    {
        var content = Content.None;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "c"))
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "v")
            {
                _text.Append(xml);
                content = Content.Value;
            }
            else if (xml.LocalName == "is")
            {
                if (!xml.IsEmptyElement) _text.AppendRuns(xml, "is");
                content = Content.Value;
            }
            else if (xml.LocalName == "f" && content == Content.None)
            {
                content = Content.FormulaOnly;
            }
        }

        return content;
    }

    ReadOnlySpan<char> Value(string? type, string? style) => type switch
    {
        "s" => SharedString(),
        "inlineStr" or "str" => _text.Decoded(),
        "b" => _text.Raw is "1" ? "TRUE" : "FALSE",
        "d" => _text.Raw.EndsWith("T00:00:00", StringComparison.Ordinal) ? _text.Raw[..^9] : _text.Raw,
        _ when IsDate(style) => CellNumber.Date(_text.Raw, countsFrom1904, _room),
        _ => CellNumber.Plain(_text.Raw, _room),
    };

    string SharedString() =>
        int.TryParse(_text.Raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < sharedStrings.Count
            ? sharedStrings[index]
            : throw Damaged();

    bool IsDate(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && formats.IsDate(index);

    int ColumnOf(string place)
    {
        var column = 0;
        foreach (var c in place)
        {
            if (!char.IsAsciiLetterUpper(c)) break;
            column = (column * 26) + (c - 'A' + 1);
            // Text far to the right of a table is refused before anything is made for the columns between.
            if (column > limits.Columns)
                throw new FileRefusedException(
                    FormattableString.Invariant($"row {_number} has more than {limits.Columns} columns"),
                    "leave only the columns that are needed");
        }

        return column > 0 ? column - 1 : throw Damaged();
    }

    static InvalidDataException Damaged() => new("The sheet's rows or cells are out of order.");

    enum Content
    {
        None,
        FormulaOnly,
        Value,
    }
}
