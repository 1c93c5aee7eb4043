using System.CommandLine;

namespace FundLedger.Cli.Commands;

static class DemoCommand
{
    internal static Command Build(Shell shell) => Described.Command("DemoCommand", "x", "y").Does(parse => shell.IsJson(parse) ? 0 : 1);
}
