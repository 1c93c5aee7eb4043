using System.CommandLine;

namespace FundLedger.Cli.Commands;

static class StatusCommand
{
    internal static Command Build(Shell shell) => Described.Command("StatusCommand", "x", "y").Does(parse => shell.IsJson(parse) ? 0 : 1);
}
