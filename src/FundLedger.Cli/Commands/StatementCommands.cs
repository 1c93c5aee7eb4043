using System.CommandLine;
using System.Globalization;

namespace FundLedger.Cli.Commands;

static class StatementCommands
{
    internal static Command Build(Shell shell)
    {
        var file = Described.Name("FILE", "a CSV or XLSX file");
        var dryRun = Described.Flag("--dry-run", "say what would happen and keep nothing");
        var import = Described.Command("import", """
            Take over income and expenditure from the finance system.

            Columns: fund, year, class, amount (US$), and perhaps note. A class is interest, miscellaneous, support-costs,
            adjustment, transfer, opening-balance, or the name of a class of expenditure. Where a fund and year have no support
            costs they are computed on expenditure: at the line's support_rate (per cent), the rate that is set for its agreement,
            or the fund's. Where they are given they are checked. Transfers come to zero over the funds of a file.
            """, "fundledger statement import expenditure-2025.csv", file, dryRun)
            .Does(parse => shell.Do(parse,
                ledger => ledger.Statements.Import(parse.GetRequiredValue(file), shell.Author(parse), parse.GetValue(dryRun)),
                done =>
                {
                    shell.Terminal.Say(string.Format(CultureInfo.InvariantCulture,
                        "{0} {1:N0} lines of {2:N0} statements from {3}.", done.DryRun ? "Would take over" : "Took over",
                        done.Lines, done.Statements, done.File));
                    foreach (var finding in done.Findings) shell.Terminal.Say("Found: " + finding + ".");
                }));
        return Described.Command("statement", "Income and expenditure by fund, year and class.",
            "fundledger statement import expenditure-2025.csv", import);
    }
}
