namespace FundLedger.Data.Engines;

/// <summary>The statements of one transaction that writes. Rows may wait in memory until they are read or committed.</summary>
public abstract class StatementSet : IDisposable
{
    /// <summary>
    /// A statement executed many times; values are ?1, ?2, … Executions that change rows which stand already must each name
    /// other rows until the set is flushed.
    /// </summary>
    public abstract Statement Prepare(string sql);

    /// <summary>Writes what waits: before anything is read in the transaction, and at its end.</summary>
    public abstract void Flush();

    public abstract void Dispose();
}
