using System.CommandLine;

namespace FundLedger.Cli.Commands;

/// <summary>Builds commands and options with their help beside them; every command's help ends with an example.</summary>
static class Described
{
    internal static Command Command(string name, string what, string example, params Symbol[] parts)
    {
        var command = new Command(name, $"{what}\n\nExample:\n  {example.ReplaceLineEndings("\n  ")}");
        foreach (var part in parts)
        {
            if (part is Option option) command.Add(option);
            else if (part is Argument argument) command.Add(argument);
            else command.Add((Command)part);
        }

        return command;
    }

    internal static Command Does(this Command command, Func<ParseResult, int> action)
    {
        command.SetAction(action);
        return command;
    }

    internal static Option<string?> Text(string name, string what, string value) =>
        new(name) { Description = what, HelpName = value };

    internal static Option<string> Needed(string name, string what, string value) =>
        new(name) { Description = what, HelpName = value, Required = true };

    internal static Option<string> Usual(string name, string what, string value, string usual) =>
        new(name) { Description = what, HelpName = value, DefaultValueFactory = _ => usual };

    internal static Option<bool> Flag(string name, string what) => new(name) { Description = what };

    internal static Option<string[]> Several(string name, string what, string value) =>
        new(name) { Description = what, HelpName = value, DefaultValueFactory = _ => [] };

    internal static Argument<string> Name(string name, string what) => new(name) { Description = what };
}
