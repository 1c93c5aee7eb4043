using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using FundLedger.Data;

namespace FundLedger.Cli;

/// <summary>Which FundLedger this is: its version, the commit it was built from, and the newest schema of ledgers it knows.</summary>
sealed class ProgramVersion(TextWriter output) : SynchronousCommandLineAction
{
    const int DigitsOfCommit = 12;

    internal static string Text { get; } = Read();

    /// <summary>Gives --version its answer.</summary>
    internal static void Describe(RootCommand root, TextWriter output)
    {
        foreach (var option in root.Options.OfType<VersionOption>())
            (option.Description, option.Action) = ("say version, commit and schema", new ProgramVersion(output));
    }

    public override int Invoke(ParseResult parseResult)
    {
        output.WriteLine(Text);
        return 0;
    }

    static string Read()
    {
        var built = typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        var parts = (built?.InformationalVersion ?? "").Split('+', 2);
        var commit = parts.Length < 2 ? "unknown" : parts[1][..Math.Min(DigitsOfCommit, parts[1].Length)];
        return FormattableString.Invariant($"FundLedger {parts[0]}, commit {commit}, schema {Ledger.NewestSchema}");
    }
}
