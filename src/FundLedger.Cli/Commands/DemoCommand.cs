using System.CommandLine;

namespace FundLedger.Cli.Commands;

static class DemoCommand
{
    internal static Command Build(Shell shell) => Described.Command("demo", "x", "y").Does(parse =>
    {
        var clock = new Demo.SampleClock();
        var made = Demo.SampleLedger.Make("/tmp/t/demo.db", "/tmp/t/st.csv", clock, null);
        return shell.Answer(parse, made.Then<int>(l => { l.Dispose(); return 1; }), _ => { });
    });
}
