using System.Collections.Immutable;
using FundLedger.Charts;
using FundLedger.Drawing;
using FundLedger.Format;
using FundLedger.Reports;
using FundLedger.Typesetting;

namespace FundLedger.Pdf;

/// <summary>
/// A table, a slice a row. Its headings return on each page; a heading inside it keeps two rows with it, and a total
/// is never parted from the row above.
/// </summary>
sealed class TableLayout
{
    const double RowPadding = 1.9;

    // A table no higher than this is not divided.
    const double SmallTable = 270;

    // So many notes stay together under the table.
    const int FewNotes = 4;

    // A row with more lines than this may be divided between pages.
    const int MostLines = 24;

    readonly Composition _composition;
    readonly Table _table;
    readonly string[][] _texts;
    readonly TableColumns _columns;
    readonly TypeStyle _cell;
    readonly TypeStyle _heading;
    readonly TypeStyle _total;

    public TableLayout(Composition composition, Table table)
    {
        (_composition, _table) = (composition, table);
        _texts = [.. table.Rows.Select(TextsOf)];
        _columns = new TableColumns(table, _texts, composition.Shaper);
        _cell = TypeScale.Cell.At(TypeScale.Cell.Size * _columns.Scale);
        _total = _cell.Strong;
        _heading = TypeScale.ColumnHeading.At(TypeScale.ColumnHeading.Size * _columns.Scale);
    }

    public void Add()
    {
        if (_table.Columns.Length == 0) return;
        _composition.Text(_table.Title, TypeScale.TableTitle, Paper.Left, Paper.Measure, 18, 0, keepsWithNext: true);
        if (_table.Unit is { Length: > 0 } unit)
            _composition.Text(unit, TypeScale.Note, Paper.Left, Paper.Measure, keepsWithNext: true);
        var head = Head();
        _composition.Slices.Add(head);
        var repeated = Repeated(head);
        var first = _composition.Slices.Count;
        for (var i = 0; i < _table.Rows.Length; i++) Row(i, repeated);
        if (_table.Rows.Length == 0) Nothing();
        if (_table.Rows.Length > 1) _composition.Slices[first].KeepsWithNext = true;
        if (_composition.Slices.Skip(first).Sum(slice => slice.Before + slice.Height) <= SmallTable)
            foreach (var slice in _composition.Slices.Skip(first).SkipLast(1)) slice.KeepsWithNext = true;
        Close();
    }

    string[] TextsOf(Row row)
    {
        var texts = new string[_table.Columns.Length];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = i < row.Cells.Length ? CellText.Of(_table.Columns[i], row.Cells[i], _composition.Notation) : "";
        return texts;
    }

    Slice Head()
    {
        var lines = _columns.Places.Select((place, i) =>
            _composition.BreakShort(_table.Columns[i].Heading, _heading, place.Width)).ToList();
        var height = (Math.Max(1, lines.Max(cell => cell.Length)) * _heading.Leading) + 7;
        var slice = new Slice(height) { KeepsWithNext = true, Before = 5 };
        slice.Marks.Add(Composition.Rule(0, 1.2, Palette.Blue));
        slice.Marks.Add(Composition.Rule(height, 0.6, Palette.Rule));
        for (var i = 0; i < lines.Count; i++)
        {
            var top = height - 3 - (lines[i].Length * _heading.Leading);
            for (var n = 0; n < lines[i].Length; n++)
                slice.Marks.Add(Place(lines[i][n], _columns.Places[i], top + (n * _heading.Leading) + _heading.Ascent));
        }

        return slice;
    }

    // On further pages the headings stand below the table's title, marked as continued.
    Slice Repeated(Slice head)
    {
        var style = TypeScale.Note;
        var continued = $"{_table.Title} ({_composition.Words.Continued})";
        var marks = new List<Mark>();
        var top = _composition.Into(marks, continued, style, Paper.Left, 0, Paper.Measure) + 4;
        foreach (var mark in head.Marks)
        {
            marks.Add(mark switch
            {
                TextMark text => text with { Y = text.Y + top },
                RuleMark rule => rule with { Y1 = rule.Y1 + top, Y2 = rule.Y2 + top },
                _ => mark,
            });
        }

        return new Slice(top + head.Height) { Marks = marks };
    }

    void Row(int index, Slice repeated)
    {
        var row = _table.Rows[index];
        var kind = row.Kind;
        if (kind is RowKind.Subtotal or RowKind.Total && index > 0) _composition.Slices[^1].KeepsWithNext = true;
        var style = kind == RowKind.Detail ? _cell : _total;
        var cells = new ImmutableArray<TextLine>[_columns.Places.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var place = _columns.Places[i];
            var width = i == 0 && kind != RowKind.Detail ? SpanOf(index) : place.Width - place.Hanging;
            cells[i] = kind == RowKind.Group && i > 0 ? [] : Lines(_texts[index][i], style, width);
        }

        var count = Math.Max(1, cells.Max(cell => cell.Length));
        for (var line = 0; line < count; line += MostLines)
        {
            var part = Part(cells, line, Math.Min(MostLines, count - line), kind, repeated);
            var afterGroup = index > 0 && _table.Rows[index - 1].Kind == RowKind.Group;
            part.KeepsWithNext = kind == RowKind.Group || (afterGroup && index + 1 < _table.Rows.Length);
            _composition.Slices.Add(part);
        }
    }

    ImmutableArray<TextLine> Lines(string text, TypeStyle style, double width)
    {
        if (text.Length == 0) return [];
        var line = _composition.Line(text, style);
        if (line.Width <= width && !text.AsSpan().ContainsAny('\n', '*', '\\')) return [line];
        return _composition.Break(Literal(text), style, width);
    }

    // Cells are data: stars in a donor's name are stars.
    static string Literal(string text) => text.Replace("*", "\\*", StringComparison.Ordinal);

    // The label of a group or a total may run over the empty cells that follow it.
    double SpanOf(int index)
    {
        var texts = _texts[index];
        var last = _table.Rows[index].Kind == RowKind.Group ? texts.Length - 1 : 0;
        while (last + 1 < texts.Length && texts[last + 1].Length == 0) last++;
        return _columns.Places[last].Right - _columns.Places[0].Left;
    }

    Slice Part(ImmutableArray<TextLine>[] cells, int from, int count, RowKind kind, Slice repeated)
    {
        var padding = kind == RowKind.Total ? RowPadding + 1 : RowPadding;
        var height = (count * _cell.Leading) + (2 * padding);
        var slice = new Slice(height) { Repeated = repeated, Before = kind == RowKind.Group && from == 0 ? 5 : 0 };
        Rules(slice.Marks, kind, height);
        for (var i = 0; i < cells.Length; i++)
        {
            for (var n = from; n < Math.Min(cells[i].Length, from + count); n++)
            {
                var y = padding + ((n - from) * _cell.Leading) + _cell.Ascent;
                slice.Marks.Add(Place(cells[i][n], _columns.Places[i], y));
            }
        }

        return slice;
    }

    static void Rules(List<Mark> marks, RowKind kind, double height)
    {
        if (kind == RowKind.Total) marks.Add(new BoxMark(Paper.Left, 0, Paper.Measure, height, Palette.Tint));
        if (kind == RowKind.Total) marks.Add(Composition.Rule(0, 0.8, Palette.Text));
        if (kind == RowKind.Subtotal) marks.Add(Composition.Rule(0, 0.6, Palette.Rule));
        if (kind is RowKind.Detail or RowKind.Group) marks.Add(Composition.Rule(height, 0.4, Palette.Hairline));
    }

    // Digits end in one line; a closing parenthesis hangs to the right of it.
    static TextMark Place(TextLine line, ColumnPlace place, double y)
    {
        if (!place.IsFigure) return new TextMark(place.Left, y, line);
        var hangs = line.Text.EndsWith(')');
        return new TextMark(place.Right - (hangs ? 0 : place.Hanging), y, line, Anchor.End);
    }

    void Nothing()
    {
        var slice = new Slice(_cell.Leading + (2 * RowPadding));
        slice.Marks.Add(new TextMark(
            Paper.Left, RowPadding + _cell.Ascent, _composition.Line(CellText.Dash, _cell.In(Palette.Muted))));
        _composition.Slices.Add(slice);
    }

    void Close()
    {
        var last = _composition.Slices[^1];
        last.Marks.Add(Composition.Rule(last.Height, 1.2, Palette.Blue));
        for (var i = 0; i < _table.Notes.Length; i++)
        {
            _composition.Slices[^1].KeepsWithNext |= i == 0;
            var keeps = _table.Notes.Length <= FewNotes && i < _table.Notes.Length - 1;
            _composition.Text(
                _table.Notes[i], TypeScale.Note, Paper.Left, Paper.Measure, i == 0 ? 4 : 1, keepsWithNext: keeps);
        }
    }
}
