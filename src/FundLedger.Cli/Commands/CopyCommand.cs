using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using FundLedger.Data;
using FundLedger.Data.Backup;
using FundLedger.Reporting;

namespace FundLedger.Cli.Commands;

static class CopyCommand
{
    internal static Command Build(Shell shell)
    {
        var from = Described.Needed("--from", "the ledger to copy: a file, or postgres://user@host/database", "LEDGER");
        var to = Described.Needed("--to", "where to: a file that does not exist, or an empty database", "LEDGER");
        return Described.Command("copy", """
            Copy a ledger to another place or engine, in one transaction, and prove it: every check passes on the copy, it ends
            with the same seal, and the Boards' reports of last year come out the same to the byte. Where that fails nothing is
            kept. Others may go on using the ledger meanwhile.
            """, "fundledger copy --from data/ledger.db --to postgres://desk@db.example.org/funds", from, to)
            .Does(parse => shell.Answer(parse, LedgerTransfer.Copy(parse.GetRequiredValue(from), parse.GetRequiredValue(to), shell.Clock,
                Reports, shell.Terminal.VerifyProgress()), copy => shell.Terminal.Say(string.Format(CultureInfo.InvariantCulture,
                    "Copied to {0} and verified: entry {1:N0}, seal {2}", copy.File, copy.Entry, copy.Seal))));
    }

    /// <summary>The hashes of last year's report of each fund, or why one cannot be made.</summary>
    static string Reports(Ledger ledger) => string.Join('\n', ledger.Standing.Funds.All.Select(fund =>
    {
        var (year, known) = (ledger.Today.Year - 1, ledger.Journal.Known());
        var report = known.Then(now => ledger.Boards.Read(fund.Code, year, new DateOnly(year, 12, 31), now)).Then(ReportFile.BoardHtml);
        return report.IsRefused ? report.Problems[0].Message : Convert.ToHexString(SHA256.HashData(report.Value.Bytes));
    }));
}
