using System.Data.Common;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Data.Engines;
using FundLedger.Data.Journal;
using FundLedger.Journal;

namespace FundLedger.Data.Backup;

/// <summary>
/// Moves a ledger from one engine to the other, or to another place of the same, in one transaction: entry by entry in the
/// order in which they were posted, so that every rule of the new database is asked again. What is there afterwards was
/// verified, ends with the same seal and makes the same reports; or there is nothing.
/// </summary>
public static class LedgerTransfer
{
    const int MostWaiting = 20_000;

    /// <param name="from">The ledger to be copied, which others may go on using.</param>
    /// <param name="to">A file that does not exist, or an empty database.</param>
    /// <param name="clock">The time of the copy's schema; entries keep theirs.</param>
    /// <param name="report">What is reported from a ledger, to the byte: it must be the same from both.</param>
    /// <param name="progress">Told now and then how many entries were copied or checked.</param>
    public static Outcome<VerifiedCopy> Copy(
        string from, string to, TimeProvider clock, Func<Ledger, string> report, IProgress<long>? progress = null) =>
        Ledger.Open(from, clock).Then<VerifiedCopy>(source =>
        {
            using (source)
            using (source.OneMoment())
                return Ledger.Make(to, clock, (target, transaction) => Fill(source, target, transaction, progress)
                    .Then(head => LedgerCopy.Verify(target, target.Place, head, progress))
                    .Then(head => SameReports(source, target, report) is { } problem ? (Outcome<Knowledge>)problem : head)
                    .Then<VerifiedCopy>(head =>
                    {
                        transaction.Commit();
                        return new VerifiedCopy(PostgresAddress.Names(to) ? target.Place : to, head.Entry, head.Seal);
                    }));
        });

    static Problem? SameReports(Ledger source, Ledger target, Func<Ledger, string> report) => report(source) == report(target) ? null
        : new Problem("the copy does not make the same reports as the ledger", "nothing was kept; verify the ledger, then copy it again");

    static Outcome<Knowledge> Fill(Ledger source, Ledger target, DbTransaction transaction, IProgress<long>? progress)
    {
        using var statements = target.Dialect.Statements(target.Connection, transaction);
        if (CopyEntries(source, statements, progress) is { } problem) return problem;
        foreach (var shape in Shapes.Others) CopyTable(source, shape, statements);
        statements.Flush();
        return source.Journal.Head();
    }

    static Problem? CopyEntries(Ledger source, StatementSet statements, IProgress<long>? progress)
    {
        using var entries = TableRows.Of(source, Shapes.Entry, "number", statements);
        var records = Shapes.All.Concat(Shapes.Beside).Select(shape => TableRows.OfRecords(source, shape, statements)).ToList();
        try
        {
            foreach (var table in records) table.Advance();
            long entry = 0;
            while (entries.Advance())
            {
                entry = entries.Number;
                entries.Copy();
                foreach (var table in records)
                    for (; !table.IsAtEnd && table.Number == entry; table.Advance()) table.Copy();
                if (entry % 10_000 == 0) progress?.Report(entry);
            }

            return records.Find(table => !table.IsAtEnd) is not { } stray ? null
                : new Problem(string.Create(CultureInfo.InvariantCulture,
                    $"a record of {stray.Table} belongs to entry {stray.Number}, which does not exist"), "restore the last good backup");
        }
        finally
        {
            records.ForEach(table => table.Dispose());
        }
    }

    static void CopyTable(Ledger source, RecordShape shape, StatementSet statements)
    {
        // Kept files may be large: they are held one by one.
        var most = shape.Table == "content" ? 1 : MostWaiting;
        using var rows = TableRows.Of(source, shape, shape.Fields[0].Name, statements, Math.Min(most, 2000));
        for (var waiting = 1; rows.Advance(); waiting++)
        {
            rows.Copy();
            if (waiting % most == 0) statements.Flush();
        }
    }
}
