using System.Globalization;
using FundLedger.Checks;
using FundLedger.Data.Contributions;
using FundLedger.Format;
using FundLedger.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;
using Table = FundLedger.Reports.Table;

namespace FundLedger.Cli;

/// <summary>Prints lines and tables. Control characters and marks that turn text around never reach the screen.</summary>
sealed class Terminal(TextWriter output, TextWriter error, bool isTerminal)
{
    const int WidthOfFiles = 200;

    internal void Say(string line) => output.WriteLine(Clean(line));

    internal void Print(Table table)
    {
        if (table.Title.Length > 0) Say(table.Title + (table.Unit is null ? "" : " " + table.Unit));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = InteractionSupport.No,
        });
        if (!isTerminal) console.Profile.Width = WidthOfFiles;
        var grid = new Spectre.Console.Table { Border = isTerminal ? TableBorder.Simple : TableBorder.Minimal };
        foreach (var column in table.Columns)
        {
            var head = new TableColumn(new Text(column.Heading)) { NoWrap = column.Kind != ColumnKind.Text };
            grid.AddColumn(CellText.IsFigure(column.Kind) ? head.RightAligned() : head);
        }

        foreach (var row in table.Rows) grid.AddRow([.. Cells(table, row)]);
        console.Write(grid);
        foreach (var note in table.Notes) Say(note);
    }

    /// <summary>Shows how far long work is, on a terminal only; the line is written over each time.</summary>
    internal IProgress<ImportProgress>? ImportProgress() => isTerminal
        ? new Line<ImportProgress>(error, step => string.Format(CultureInfo.InvariantCulture,
            "{0} … {1:N0} rows", step.Pass == 1 ? "reading pledges" : "reading payments", step.Rows))
        : null;

    internal IProgress<long>? VerifyProgress() => isTerminal
        ? new Line<long>(error, entries => string.Format(CultureInfo.InvariantCulture, "checking seals … {0:N0} entries", entries))
        : null;

    internal IProgress<long>? DemoProgress() => isTerminal
        ? new Line<long>(error, events => string.Format(CultureInfo.InvariantCulture, "inventing … {0:N0} events", events))
        : null;

    internal static string Clean(string text) => HiddenCharacters.Without(text).Replace("\r", "", StringComparison.Ordinal);

    static IEnumerable<IRenderable> Cells(Table table, Row row)
    {
        for (var i = 0; i < table.Columns.Length; i++)
        {
            var text = i < row.Cells.Length ? Clean(CellText.Of(table.Columns[i], row.Cells[i])) : "";
            yield return new Text(text, row.Kind == RowKind.Detail ? Style.Plain : new Style(decoration: Decoration.Bold));
        }
    }

    sealed class Line<T>(TextWriter error, Func<T, string> text) : IProgress<T>
    {
        public void Report(T value) => error.Write("\r" + text(value) + "   ");
    }
}
