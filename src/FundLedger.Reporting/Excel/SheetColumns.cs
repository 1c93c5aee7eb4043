using FundLedger.Reports;

namespace FundLedger.Reporting.Excel;

/// <summary>Widths of columns and heights of wrapped text, reckoned from the text alone so that no machine differs.</summary>
static class SheetColumns
{
    internal const double LineHeight = 13;
    internal const double UnusedWidth = 9;
    const double Narrowest = 11;
    const double Widest = 48;

    /// <summary>Text is narrower than the digits by which widths are counted.</summary>
    const double LettersPerDigit = 1.1;

    /// <summary>The button of a filter stands on the heading, beside its last line.</summary>
    const int FilterButton = 3;

    internal static double WidthOf(Table table, int column)
    {
        var kind = table.Columns[column].Kind;
        var heading = table.Columns[column].Heading.Split(' ').Max(word => word.Length) + FilterButton;
        var indent = column == 0 && table.Rows.All(row => row.Kind != RowKind.Group) ? 0 : 2;
        var longest = table.Rows
            .Where(row => row.Kind != RowKind.Group && column < row.Cells.Length)
            .Select(row => Figure.Shown(row.Cells[column], kind).Length)
            .DefaultIfEmpty()
            .Max();
        return Math.Clamp(Math.Max(longest + indent + 2, heading), Narrowest, Widest);
    }

    /// <summary>How many lines a text takes in a column of this width, broken between words.</summary>
    internal static int Lines(string text, double width)
    {
        var letters = width * LettersPerDigit;
        var lines = 0;
        foreach (var line in text.Split('\n'))
        {
            var room = -1.0;
            foreach (var word in line.Split(' '))
            {
                if (room < word.Length)
                {
                    lines += 1 + (int)(word.Length / (letters + 1));
                    room = letters;
                }

                room -= word.Length + 1;
            }
        }

        return lines;
    }
}
