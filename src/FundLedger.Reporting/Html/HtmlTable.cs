using System.Globalization;
using FundLedger.Format;
using FundLedger.Reports;

namespace FundLedger.Html;

/// <summary>A table whose headings say what they head: columns, rows, and groups of rows.</summary>
sealed class HtmlTable(HtmlText html, Table table, Notation notation, bool links)
{
    bool _isGroupOpen;

    public void Write()
    {
        var name = MarkedText.Plain(table.Title);
        html.Open("div", ("class", "table"), ("role", "region"), ("tabindex", "0"), ("aria-label", name));
        html.Open("table").Open("caption").Marked(table.Title).Element("span", table.Unit, ("class", "unit")).Close();
        html.Open("thead").Open("tr");
        foreach (var column in table.Columns)
            html.Open("th", ("scope", "col"), ("class", ClassOf(column, ""))).Text(column.Heading).Close();
        html.Close().Close().Line();
        foreach (var row in table.Rows) Row(row);
        if (table.Rows.Length == 0) Nothing();
        if (_isGroupOpen) html.Close();
        html.Close();
        foreach (var note in table.Notes) html.Element("p", note, ("class", "notes"));
        html.Close().Line();
    }

    void Row(Row row)
    {
        if (row.Kind == RowKind.Group || !_isGroupOpen) OpenGroup();
        html.Open("tr", ("class", row.Kind == RowKind.Detail ? null : Word(row.Kind)));
        if (row.Kind == RowKind.Group)
        {
            var span = table.Columns.Length.ToString(CultureInfo.InvariantCulture);
            html.Open("th", ("scope", "rowgroup"), ("colspan", span)).Text(TextOf(row, 0)).Close();
        }
        else
        {
            for (var i = 0; i < table.Columns.Length; i++) Cell(row, i);
        }

        html.Close().Line();
    }

    void OpenGroup()
    {
        if (_isGroupOpen) html.Close();
        html.Open("tbody");
        _isGroupOpen = true;
    }

    void Cell(Row row, int index)
    {
        var text = TextOf(row, index);
        var name = ClassOf(table.Columns[index], text);
        if (index == 0) html.Open("th", ("scope", "row"), ("class", name));
        else html.Open("td", ("class", name));
        var link = links && index < row.Cells.Length && text.Length > 0 ? Safe(row.Cells[index].Link) : null;
        if (link is null) html.Text(text).Close();
        else html.Open("a", ("href", link)).Text(text).Close().Close();
    }

    void Nothing()
    {
        var span = Math.Max(1, table.Columns.Length).ToString(CultureInfo.InvariantCulture);
        html.Open("tbody").Open("tr").Open("td", ("colspan", span)).Text(CellText.Dash).Close().Close().Close();
    }

    string TextOf(Row row, int index) =>
        index < row.Cells.Length ? CellText.Of(table.Columns[index], row.Cells[index], notation) : "";

    static string? ClassOf(Column column, string text) => (CellText.IsFigure(column.Kind), text.EndsWith(')')) switch
    {
        (false, _) => null,
        (true, false) => "num",
        (true, true) => "num negative",
    };

    static string Word(RowKind kind) => kind switch
    {
        RowKind.Group => "group",
        RowKind.Subtotal => "subtotal",
        RowKind.Total => "total",
        _ => "detail",
    };

    // A link stays on the site or is an https address; never a script.
    static string? Safe(string? link) => link switch
    {
        null => null,
        _ when link.StartsWith("https://", StringComparison.Ordinal) || link.StartsWith('#') => link,
        _ when link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal)
            && !link.StartsWith("/\\", StringComparison.Ordinal) => link,
        _ => null,
    };
}
