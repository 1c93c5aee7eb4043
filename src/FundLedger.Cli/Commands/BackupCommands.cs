using System.CommandLine;
using System.Globalization;
using FundLedger.Data.Backup;

namespace FundLedger.Cli.Commands;

static class BackupCommands
{
    internal static Command Backup(Shell shell)
    {
        var file = Described.Name("FILE", "the file to write; it must not exist");
        return Described.Command("backup",
            "Copy the whole ledger while others work on it. The copy is read back and verified before it is called good. A ledger in "
            + "PostgreSQL is copied row by row to a file of SQLite, which can be opened as it is.",
            "fundledger backup /backups/funds-2025-03-31.db", file)
            .Does(parse => shell.Answer(parse,
                LedgerCopy.Make(shell.LedgerAddress(parse), parse.GetRequiredValue(file), shell.Clock, shell.Terminal.VerifyProgress()),
                copy => Print(shell, "Backed up to", copy)));
    }

    internal static Command Restore(Shell shell)
    {
        var file = Described.Name("FILE", "a backup");
        return Described.Command("restore",
            "Restore a backup into a new ledger file or an empty database, verified before it is called good. Nothing is written over.",
            "fundledger --ledger /books/restored.db restore /backups/funds-2025-03-31.db", file)
            .Does(parse => shell.Answer(parse,
                LedgerCopy.Make(parse.GetRequiredValue(file), shell.LedgerAddress(parse), shell.Clock, shell.Terminal.VerifyProgress()),
                copy => Print(shell, "Restored to", copy)));
    }

    static void Print(Shell shell, string what, VerifiedCopy copy) => shell.Terminal.Say(string.Format(CultureInfo.InvariantCulture,
        "{0} {1} and verified: entry {2:N0}, seal {3}", what, copy.File, copy.Entry, copy.Seal));
}
