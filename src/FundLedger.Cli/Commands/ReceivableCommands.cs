using System.CommandLine;
using FundLedger.Checks;
using FundLedger.Reports;
using FundLedger.Reports.Receivables;

namespace FundLedger.Cli.Commands;

static class ReceivableCommands
{
    internal static Command Ageing(Shell shell) => Build(shell, "ageing",
        "Receivables by how many days they are overdue, by fund and donor, with the allowance that is set.", AgeingReport.Compose);

    internal static Command Receivables(Shell shell) => Build(shell, "receivables",
        "What signed agreements still owe: current and non-current by donor, and every open instalment.", ReceivablesReport.Compose);

    static Command Build(Shell shell, string name, string what, Func<ReceivablesMaterial, Outcome<ComposedReport>> compose)
    {
        var scope = new FundOptions();
        var files = new IssuedFiles();
        return Described.Command(name, what, $"fundledger report {name} --fund VFTC --as-at 2025-12-31", [.. scope.All, .. files.All])
            .Does(parse => shell.Do(parse, ledger => scope.Read(parse, ledger).Then(asked =>
                ledger.Receivables.Read(asked.Fund, asked.AsAt, asked.Known)
                    .Then<ReceivablesMaterial>(material => material with { Language = asked.Language })
                    .Then(material => compose(material).Then(report =>
                        files.Issue(shell, parse, ledger, ReportQuestion.Receivables(name, material), report)))),
                shown => shown.Print(shell)));
    }
}
