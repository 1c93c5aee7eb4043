using System.Globalization;
using System.Text;
using FundLedger.Reports;

namespace FundLedger.Tests.Reports;

/// <summary>All that a document or workbook says, as text that two of them can be compared by.</summary>
static class DocumentText
{
    public static string Of(Document document)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{document.Face}");
        if (document.Front is { } front)
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{front.Title}|{front.Subtitle}|{front.DateLine}|{front.AgendaItem}")
                .AppendJoin('\n', front.Summary).AppendLine();
        foreach (var block in document.Blocks) text.AppendLine(Of(block));
        return text.ToString();
    }

    public static string Of(Workbook workbook) =>
        workbook.Face + "\n" + string.Join('\n', workbook.Sheets.Select(sheet =>
        sheet.Name + "\n" + string.Join('\n', sheet.Lines) + "\n" + (sheet.Table is { } table ? Of(table) : "")));

    public static IEnumerable<string> Paragraphs(Document document) =>
        document.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text);

    public static IEnumerable<Table> Tables(Document document) =>
        document.Blocks.OfType<TableBlock>().Select(block => block.Table);

    static string Of(Block block) => block switch
    {
        TableBlock table => Of(table.Table),
        ChartBlock chart => Of(chart.Chart),
        ChartPair pair => Of(pair.Left) + "\n" + Of(pair.Right),
        KeyFigures figures => string.Join('\n', figures.Figures),
        NumberedNotes notes => notes.Title + "\n" + string.Join('\n', notes.Notes),
        Signatures signatures => string.Join('\n', signatures.Places),
        _ => block.ToString(),
    };

    static string Of(Chart chart) => $"{chart.Kind} {chart.Title} {string.Join(';', chart.Categories)}\n"
        + string.Join('\n', chart.Series.Select(series =>
            $"{series.Name} {series.Hue} {string.Join(';', series.Values)}"));

    static string Of(Table table) => $"{table.Title} {table.Unit}\n{string.Join(';', table.Columns)}\n"
        + string.Join('\n', table.Rows.Select(row => $"{row.Kind} {string.Join(';', row.Cells)}"))
        + "\n" + string.Join('\n', table.Notes);
}
