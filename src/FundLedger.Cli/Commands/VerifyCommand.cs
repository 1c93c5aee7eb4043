using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Checks;

namespace FundLedger.Cli.Commands;

static class VerifyCommand
{
    internal static Command Build(Shell shell)
    {
        var seal = Described.Text("--seal", "a seal printed on a report: also check that the ledger still holds it", "SEAL");
        return Described.Command("verify",
            "Check the whole ledger: every seal, every balance, every total. Changes nothing.",
            "fundledger verify\nfundledger verify --seal 3f1c…", seal)
            .Does(parse => shell.DoUnchecked(parse, ledger => Verify(shell, ledger, parse.GetValue(seal)),
                verified => Print(shell, verified)));
    }

    static Outcome<Verified> Verify(Shell shell, Ledger ledger, string? seal)
    {
        var results = ledger.Checks.Run(shell.Terminal.VerifyProgress(), seal);
        var problems = results.SelectMany(result => result.Problems
            .Select(problem => problem with { Message = $"{result.Name}: {problem.Message}" })).ToImmutableArray();
        if (problems.Length > 0) return new Refusal(problems);
        return ledger.Journal.Known().Then<Verified>(known => new Verified(true, known.Entry, known.Seal,
            [.. results.Select(result => new Passed(result.Name, result.Promise))]));
    }

    static void Print(Shell shell, Verified verified)
    {
        foreach (var check in verified.Checks) shell.Terminal.Say($"ok  {check.Name,-13} {check.Promise}");
        shell.Terminal.Say(string.Format(CultureInfo.InvariantCulture, "All well, up to entry {0:N0}. Seal {1}", verified.Entry,
            verified.Seal));
    }

    sealed record Passed(string Name, string Promise);

    sealed record Verified(bool Ok, long Entry, string Seal, ImmutableArray<Passed> Checks);
}
