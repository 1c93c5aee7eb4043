using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Data.Engines;
using FundLedger.Data.Journal;

namespace FundLedger.Data.Backup;

/// <summary>A copy of a ledger that was read back, verified and found to be what it was made from.</summary>
public sealed record VerifiedCopy(string File, long Entry, string Seal);

/// <summary>
/// Copies whole ledgers: a backup while others write, and its restoring into a new file. A copy gets its name only after
/// everything in it was checked, and its last seal is the one at which the copying began. A ledger in PostgreSQL is backed up
/// to a file of SQLite, row by row, and restored from one.
/// </summary>
public static class LedgerCopy
{
    /// <summary>Copies the ledger at one address to a file that does not exist yet.</summary>
    public static Outcome<VerifiedCopy> Make(string address, string file, TimeProvider clock, IProgress<long>? progress = null)
    {
        if (PostgresAddress.Names(address) || PostgresAddress.Names(file))
            return LedgerTransfer.Copy(address, file, clock, _ => "", progress);
        if (File.Exists(file))
            return new Problem($"{file} exists already", "name a file that does not exist; nothing is ever written over") { File = file };
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        // Beside its place, so that what has the name is whole and verified.
        var unfinished = file + ".part";
        SqliteDialect.Discard(unfinished);
        try
        {
            return Copy(address, unfinished, clock).Then(head => Verify(unfinished, head, clock, progress)).Then<VerifiedCopy>(head =>
            {
                File.Move(unfinished, file);
                return new VerifiedCopy(file, head.Entry, head.Seal);
            });
        }
        finally
        {
            SqliteDialect.Discard(unfinished);
        }
    }

    static Outcome<Knowledge> Copy(string address, string file, TimeProvider clock) => Ledger.Open(address, clock).Then<Knowledge>(ledger =>
    {
        using (ledger)
        using (ledger.OneMoment())
        {
            var head = ledger.Journal.Head();
            SqliteDialect.CopyTo(ledger.Connection, file);
            return head;
        }
    });

    static Outcome<Knowledge> Verify(string file, Knowledge head, TimeProvider clock, IProgress<long>? progress) =>
        Ledger.Open(file, clock).Then<Knowledge>(copy =>
        {
            using (copy) return Verify(copy, file, head, progress);
        });

    /// <summary>The end of a copy in which every check finds nothing, and which ends where the ledger did.</summary>
    internal static Outcome<Knowledge> Verify(Ledger copy, string place, Knowledge head, IProgress<long>? progress)
    {
        ImmutableArray<Problem> problems = [.. copy.Checks.Run(progress).SelectMany(check => check.Problems
            .Select(problem => problem with { File = place, Message = $"{check.Name}: {problem.Message}" }))];
        if (!problems.IsEmpty) return new Refusal(problems);
        var last = copy.Journal.Head();
        return last.Seal == head.Seal ? last
            : new Problem(string.Format(CultureInfo.InvariantCulture,
                "the copy ends at entry {0:N0}, the ledger stood at entry {1:N0}", last.Entry, head.Entry), "copy it again")
            { File = place };
    }
}
