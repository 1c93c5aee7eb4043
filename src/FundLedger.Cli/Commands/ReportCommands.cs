using System.Collections.Immutable;
using System.CommandLine;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Reporting;
using FundLedger.Reports;

namespace FundLedger.Cli.Commands;

static class ReportCommands
{
    internal static Command Build(Shell shell) => Described.Command("report", "Reports as PDF, spreadsheet or page.",
        "fundledger report board --fund VFTC --year 2025", Board(shell), Workbook(shell),
        ReceivableCommands.Ageing(shell), ReceivableCommands.Receivables(shell), ReconciliationCommand.Build(shell),
        DonorStatementCommand.Build(shell), LetterCommands.Acknowledgement(shell), LetterCommands.Reminders(shell),
        YearReportCommands.DonorBase(shell), YearReportCommands.Brief(shell), ReportDriftCommand.Build(shell));

    static Command Board(Shell shell)
    {
        var format = Described.Usual("--format", "pdf (the default) or html", "FORMAT", "pdf");
        format.AcceptOnlyFromAmong("pdf", "html");
        var symbol = Described.Text("--symbol", "the document's symbol, e.g. A/HRC/61/70", "SYMBOL");
        var wording = Described.Several("--wording",
            "a Markdown file with paragraphs in place of a section's own, e.g. introduction=intro.md", "SECTION=FILE");
        var options = new ReportOptions();
        return Described.Command("board", "The annual report of a Board of Trustees: of one fund, or of all four together.",
            "fundledger report board --fund VFTC --year 2025\nfundledger report board --fund all --year 2025 --out reports",
            [.. options.All, format, symbol, wording])
            .Does(parse => shell.Do(parse, ledger => Texts(parse.GetValue(wording) ?? []).Then(texts =>
                options.Read(parse, ledger, BoardMaterial.MostContributions).Then(material =>
                    Compose(parse.GetRequiredValue(format),
                        material with { Wording = texts, Front = material.Front with { Symbol = parse.GetValue(symbol) } })
                    .Then(file => IssuedFiles.OnRecord(shell, parse, ledger, ReportQuestion.Board(material), file)))
                .Then<Saved>(file => options.Save(parse, file))), saved => Print(shell, saved)));
    }

    static Command Workbook(Shell shell)
    {
        var options = new ReportOptions();
        return Described.Command("workbook",
            "The donor workbook: summary, donors, contributions, pledges, receivables, statement, rates.",
            "fundledger report workbook --fund all --year 2025", [.. options.All])
            .Does(parse => shell.Do(parse, ledger => options.Read(parse, ledger, BoardMaterial.MostOfWorkbook)
                .Then(material => IssuedFiles.OnRecord(
                    shell, parse, ledger, ReportQuestion.Workbook(material), ReportFile.Workbook(material)))
                .Then<Saved>(file => options.Save(parse, file)), saved => Print(shell, saved)));
    }

    static Outcome<ReportFile> Compose(string format, BoardMaterial material) =>
        format == "html" ? ReportFile.BoardHtml(material) : ReportFile.BoardPdf(material);

    static void Print(Shell shell, Saved saved) => shell.Terminal.Say($"Wrote {saved.File} ({saved.Document}).");

    static Outcome<ImmutableDictionary<string, string>> Texts(string[] given)
    {
        var texts = ImmutableDictionary<string, string>.Empty;
        foreach (var text in given)
        {
            var sides = text.Split('=', 2);
            if (sides.Length != 2 || !File.Exists(sides[1]))
                return new Problem($"--wording '{text}' names no file that exists", "write it like introduction=intro.md")
                { Column = "--wording", Value = text };
            texts = texts.SetItem(sides[0], File.ReadAllText(sides[1]));
        }

        return texts;
    }
}

/// <summary>What was written, and under which document id.</summary>
sealed record Saved(string File, string Document);

/// <summary>The options that every report shares.</summary>
sealed class ReportOptions
{
    readonly Option<string> _fund = Described.Needed("--fund", "a fund, or all", "FUND");
    readonly Option<int> _year = new("--year") { Description = "the year reported on", HelpName = "YEAR", Required = true };
    readonly Option<string> _language = Described.Usual("--lang", "the language: en, fr or es", "LANG", "en");
    readonly Option<string> _folder = Described.Usual("--out", "the folder to write to", "DIR", ".");
    readonly KnowledgeOptions _knowledge = new();

    internal IEnumerable<Symbol> All => [_fund, _year, _language, _folder, .. _knowledge.All];

    internal Outcome<BoardMaterial> Read(ParseResult parse, Ledger ledger, int most)
    {
        var year = parse.GetRequiredValue(_year);
        if (year is < 1946 or > 9998)
            return new Problem($"{year} is not a year that can be reported on", "write four digits") { Column = "--year" };
        var fund = parse.GetRequiredValue(_fund);
        return _knowledge.Read(parse, ledger, year).Then(at => ledger.Boards.Read(
                string.Equals(fund, "all", StringComparison.OrdinalIgnoreCase) ? null : fund, year, at.AsAt, at.Known, most))
            .Then<BoardMaterial>(material => material with { Language = parse.GetRequiredValue(_language) });
    }

    internal Saved Save(ParseResult parse, ReportFile file) => Save(parse.GetRequiredValue(_folder), file);

    /// <summary>Writes beside the place and moves there when whole, so that nobody reads half a file.</summary>
    internal static Saved Save(string folder, ReportFile file)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, file.Name);
        File.WriteAllBytes(path + ".part", file.Bytes);
        File.Move(path + ".part", path, overwrite: true);
        return new Saved(path, file.DocumentId);
    }
}
