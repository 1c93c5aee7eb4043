using System.CommandLine;
using FundLedger.Cli.Commands;

namespace FundLedger.Cli;

/// <summary>Everything that the program can be told to do; each command stands in a file of its own.</summary>
static class CommandTree
{
    internal static RootCommand Build(Shell shell)
    {
        var root = new RootCommand("""
            FundLedger keeps the books of voluntary trust funds: what donors pledged and paid, what is still owed, and the
            annual reports of the Boards of Trustees.

            Begin with:  fundledger demo           a sample ledger and every report
                         fundledger init           an empty ledger of your own
                         fundledger COMMAND --help each command shows an example

            Exit codes: 0 done; 1 refused, and standard error says why; 2 wrong usage; 3 a fault of the program.
            """);
        foreach (var option in shell.GlobalOptions) root.Add(option);
        ProgramVersion.Describe(root, shell.Output);
        Command[] commands =
        [
            DemoCommand.Build(shell), InitCommand.Build(shell), ImportCommand.Build(shell), RateCommands.Build(shell),
            DonorCommands.Build(shell), PledgeCommands.Build(shell), PaymentCommands.Build(shell), BankCommands.Build(shell),
            RevalueCommand.Build(shell), StatementCommands.Build(shell), StatusCommand.Build(shell), ReportCommands.Build(shell),
            ExportCommands.Build(shell), CloseCommands.Close(shell), CloseCommands.Reopen(shell), UserCommands.Build(shell),
            ApprovalCommands.Rules(shell), ApprovalCommands.Proposals(shell), SettingCommands.Build(shell), LetterQueries.Build(shell),
            AuditCommand.Build(shell), EntryCommands.Build(shell), VerifyCommand.Build(shell),
            BackupCommands.Backup(shell), BackupCommands.Restore(shell),
            CopyCommand.Build(shell), ServeCommand.Build(shell), CompletionCommand.Build(shell),
        ];
        foreach (var command in commands) root.Add(command);
        return root;
    }
}
