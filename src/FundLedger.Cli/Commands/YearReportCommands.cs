using System.CommandLine;
using FundLedger.Checks;
using FundLedger.Reports;
using FundLedger.Reports.Brief;
using FundLedger.Reports.Donors;

namespace FundLedger.Cli.Commands;

/// <summary>Reports of a year beside the Board's: the donor base and the brief.</summary>
static class YearReportCommands
{
    internal static Command DonorBase(Shell shell)
    {
        var options = new YearOptions(new FundOptions());
        return Described.Command("donors-base",
            "Who gave for the first time, came back, stayed away or never gave; by region; LDC and SIDS donors; concentration.",
            "fundledger report donors-base --fund all --year 2025", [.. options.Fund.All, .. options.All])
            .Does(parse => shell.Do(parse, ledger => options.Read(parse, ledger).Then(asked =>
                ledger.Boards.Read(asked.Fund, options.YearOf(parse), asked.AsAt, asked.Known, 0)
                    .Then<BoardMaterial>(material => material with { Language = asked.Language })
                    .Then(material => DonorBaseReport.Compose(material).Then(report =>
                        options.Files.Issue(shell, parse, ledger, ReportQuestion.DonorBase(material), report)))),
                shown => shown.Print(shell)));
    }

    internal static Command Brief(Shell shell)
    {
        var options = new YearOptions(new FundOptions());
        return Described.Command("brief", "The brief for the Council's session in March: one page across the funds.",
            "fundledger report brief --year 2025 --lang fr", [.. options.Fund.AllButFund, .. options.All])
            .Does(parse => shell.Do(parse, ledger => options.Read(parse, ledger).Then(asked =>
                ledger.Briefs.Read(options.YearOf(parse), asked.AsAt, asked.Known)
                    .Then<BriefMaterial>(material => material with { Board = material.Board with { Language = asked.Language } })
                    .Then(material => BriefReport.Compose(material).Then(report =>
                        options.Files.Issue(shell, parse, ledger, ReportQuestion.Brief(material), report)))),
                shown => shown.Print(shell)));
    }
}

/// <summary>The options of reports of one year.</summary>
sealed class YearOptions(FundOptions fund)
{
    readonly Option<int> _year = new("--year") { Description = "the year reported on", HelpName = "YEAR", Required = true };

    internal FundOptions Fund => fund;

    internal IssuedFiles Files { get; } = new();

    internal IEnumerable<Symbol> All => [_year, .. Files.All];

    internal int YearOf(ParseResult parse) => parse.GetRequiredValue(_year);

    internal Outcome<ScopeAsked> Read(ParseResult parse, Data.Ledger ledger)
    {
        var year = YearOf(parse);
        return year is < 1946 or > 9998
            ? new Problem($"{year} is not a year that can be reported on", "write four digits") { Column = "--year" }
            : fund.Read(parse, ledger, year).Then(asked => asked.AsAt.Year < year
                ? new Problem($"{asked.AsAt:yyyy-MM-dd} is before the year {year} begins",
                    "give a day in the year or after it")
                { Column = "--as-at" }
                : (Outcome<ScopeAsked>)asked);
    }
}
