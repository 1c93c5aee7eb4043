using System.CommandLine;
using FundLedger.Reports;
using FundLedger.Settings;

namespace FundLedger.Cli.Commands;

static class SettingCommands
{
    internal static Command Build(Shell shell) => Described.Command("settings",
        "What the ledger is set to. A setting counts from the entry that made it: older reports stay as they were.",
        "fundledger settings list", List(shell), Set(shell), Clear(shell));

    static Command List(Shell shell) => Described
        .Command("list", "Every setting, what it means and what it is.", "fundledger settings list")
        .Does(parse => shell.Do(parse, ledger => (Checks.Outcome<SettingShown[]>)KnownSetting.All
                .Select(known => new SettingShown(known.Name, ledger.Standing.Setting(known.Name), known.Meaning, known.Example)).ToArray(),
            shown => shell.Terminal.Print(new Table("settings", "",
                [
                    new("name", "Setting", ColumnKind.Text), new("value", "Value", ColumnKind.Text),
                    new("meaning", "Meaning", ColumnKind.Text), new("example", "Example", ColumnKind.Text),
                ],
                [.. shown.Select(one => Row.Detail(one.Name, one.Value ?? "not set", one.Meaning, one.Example))]))));

    static Command Set(Shell shell)
    {
        var name = Described.Name("NAME", "the setting");
        var value = Described.Name("VALUE", "its value");
        var reason = Described.Text("--reason", "why", "TEXT");
        return Described.Command("set", "Give a setting a value.",
            "fundledger settings set receivables.allowance \"181-365=25 over-365=50\"", name, value, reason)
            .Does(parse => shell.Record(parse, (ledger, author) => ledger.Settings.Change(
                parse.GetRequiredValue(name), parse.GetRequiredValue(value), parse.GetValue(reason), author)));
    }

    static Command Clear(Shell shell)
    {
        var name = Described.Name("NAME", "the setting");
        var reason = Described.Text("--reason", "why", "TEXT");
        return Described.Command("clear", "Take a setting back to what is usual.",
            "fundledger settings clear receivables.allowance", name, reason)
            .Does(parse => shell.Record(parse, (ledger, author) =>
                ledger.Settings.Change(parse.GetRequiredValue(name), null, parse.GetValue(reason), author)));
    }

    sealed record SettingShown(string Name, string? Value, string Meaning, string Example);
}
