using ClosedXML.Excel;
using FundLedger.Reports;

namespace FundLedger.Reporting.Excel;

/// <summary>
/// Writes one sheet from its title to its notes. <see cref="Results"/> are the results of its formulas in the order of
/// its cells: ClosedXML stores formulas without them, and programs that do not calculate would show nothing.
/// </summary>
sealed class SheetWriter(IXLWorksheet sheet, Sheet content, DocumentFace face)
{
    const double TextWidth = 110;
    const double NarrowestText = 90;
    int _row = 1;
    double _textWidth = TextWidth;
    int _textColumns = 1;
    readonly bool _hasGroups = content.Table is { } table && table.Rows.Any(row => row.Kind == RowKind.Group);

    internal List<string> Results { get; } = [];

    internal void Write()
    {
        sheet.ShowGridLines = false;
        SetWidths();
        WriteLine(content.Table?.Title ?? content.Name, SheetStyle.Title, 1.7);
        if (content.Table?.Unit is { } unit) WriteLine(unit, SheetStyle.Quiet);
        if (face.Banner is { } banner) WriteLine(banner, SheetStyle.Banner);
        foreach (var line in content.Lines) WriteLine(line, SheetStyle.Wrapped);
        _row++;
        var heading = content.Table is null ? 0 : _row;
        if (content.Table is { } table) WriteTable(table);
        _row++;
        WriteLine(Identity(), SheetStyle.Identity);
        SheetPrint.SetUp(sheet, face, heading, _row - 1, _textColumns);
    }

    string Identity() =>
        $"{face.Words.DocumentId} {face.Id} · {face.Title} · {face.Words.AsAt} {SheetPrint.Iso(face.AsAt)} · "
        + $"{face.Words.AsKnownOn} {SheetPrint.Iso(face.AsKnownOn)} · {face.Words.Seal} {face.Seal}";

    /// <summary>Lines of text run over the columns of the table, and further where the table is narrow.</summary>
    void SetWidths()
    {
        if (content.Table is not { } table)
        {
            sheet.Column(1).Width = TextWidth;
            return;
        }

        _textWidth = 0;
        for (var column = 0; column < table.Columns.Length; column++)
            _textWidth += sheet.Column(column + 1).Width = SheetColumns.WidthOf(table, column);
        _textColumns = table.Columns.Length;
        for (; _textWidth < NarrowestText; _textWidth += SheetColumns.UnusedWidth)
            sheet.Column(++_textColumns).Width = SheetColumns.UnusedWidth;
    }

    /// <summary>A line of text, broken where it is longer than the sheet is wide.</summary>
    void WriteLine(string text, Action<IXLStyle> style, double scale = 1)
    {
        SheetCell.WriteText(sheet.Cell(_row, 1), text);
        var range = sheet.Range(_row, 1, _row, _textColumns);
        if (_textColumns > 1) range.Merge();
        SheetStyle.Wrapped(range.Style);
        style(range.Style);
        sheet.Row(_row).Height = SheetColumns.Lines(text, _textWidth / scale) * SheetColumns.LineHeight * scale;
        _row++;
    }

    void WriteTable(Table table)
    {
        WriteHeadings(table);
        var heading = _row++;
        var formulas = new TableFormulas(table, _row);
        for (var i = 0; i < table.Rows.Length; i++, _row++) WriteRow(table, i, formulas);
        SheetTable.Mark(sheet, table, heading);
        sheet.SheetView.Freeze(heading, Math.Clamp(content.FrozenColumns, 0, table.Columns.Length - 1));
        _row++;
        foreach (var note in table.Notes) WriteLine(note, SheetStyle.Quiet);
        if (table.Rows.Any(row => row.Cells.Any(Figure.IsTooLong)))
            WriteLine(
                "Figures of more than 15 digits stand as text, since a spreadsheet would change them; sums leave them out.",
                SheetStyle.Quiet);
    }

    void WriteHeadings(Table table)
    {
        var lines = 1;
        for (var column = 0; column < table.Columns.Length; column++)
        {
            var cell = sheet.Cell(_row, column + 1);
            SheetCell.WriteText(cell, table.Columns[column].Heading);
            lines = Math.Max(lines, SheetColumns.Lines(table.Columns[column].Heading, sheet.Column(column + 1).Width - 2));
        }

        SheetStyle.Headings(sheet.Range(_row, 1, _row, table.Columns.Length).Style);
        for (var column = 0; column < table.Columns.Length; column++)
            SheetStyle.Align(table, column, sheet.Cell(_row, column + 1).Style.Alignment);
        sheet.Row(_row).Height = (lines * SheetColumns.LineHeight) + 12;
    }

    void WriteRow(Table table, int index, TableFormulas formulas)
    {
        var row = table.Rows[index];
        SheetStyle.Row(row.Kind, sheet.Range(_row, 1, _row, table.Columns.Length).Style);
        var lines = 1;
        for (var column = 0; column < (row.Kind == RowKind.Group ? 1 : row.Cells.Length); column++)
        {
            var cell = sheet.Cell(_row, column + 1);
            var formula = formulas.Of(index, column);
            SheetStyle.Align(table, column, cell.Style.Alignment);
            SheetCell.Write(cell, row.Cells[column], table.Columns[column].Kind, formula);
            if (formula is not null) Results.Add(Figure.Text(Figure.Of(row.Cells[column])!.Value));
            if (cell.Style.Alignment.WrapText && row.Cells[column] is TextCell text)
                lines = Math.Max(lines, SheetColumns.Lines(text.Text, sheet.Column(column + 1).Width - 1));
        }

        if (lines > 1) sheet.Row(_row).Height = lines * SheetColumns.LineHeight;
        if (row.Kind == RowKind.Detail && _hasGroups) sheet.Cell(_row, 1).Style.Alignment.Indent = 1;
    }
}
