using System.CommandLine;

namespace FundLedger.Cli.Commands;

static class ReportCommands
{
    internal static Command Build(Shell shell) => Described.Command("ReportCommands", "x", "y").Does(parse => shell.IsJson(parse) ? 0 : 1);
}
