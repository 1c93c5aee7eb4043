namespace FundLedger.Data.Engines;

/// <summary>
/// The statements of one transaction that writes. Rows may wait in memory until they are read or committed; many are written by a
/// second thread, since an import spends more than half of its time in the database. The connection is used by one thread at a time.
/// </summary>
public abstract class StatementSet : IDisposable
{
    /// <summary>The thread that writes, once there are many rows.</summary>
    private protected BackgroundWriter? Writer { get; set; }

    /// <summary>Whether the rows are those of a large import, see <see cref="LargeImport"/>.</summary>
    internal bool IsLargeImport { get; set; }

    /// <summary>Whether who asks is on the thread that writes, behind all that was to be written.</summary>
    internal bool IsWriting => Writer is { IsHere: true };

    /// <summary>
    /// A statement executed many times; values are ?1, ?2, … Executions that change rows which stand already must each name
    /// other rows until the set is flushed.
    /// </summary>
    public abstract Statement Prepare(string sql);

    /// <summary>Writes what waits: before anything is read in the transaction, and at its end.</summary>
    public void Flush()
    {
        Write();
        Writer?.Settle();
    }

    /// <summary>
    /// What is read once everything executed so far is written. The second thread reads it, where there is one, while the first goes
    /// on and executes what the answer does not see.
    /// </summary>
    internal Task<T> Ask<T>(Func<T> read)
    {
        Write();
        return Writer is null ? Task.FromResult(read()) : Writer.Ask(read);
    }

    public abstract void Dispose();

    /// <summary>Writes what waits in memory, or gives it to the thread that writes.</summary>
    private protected abstract void Write();
}
