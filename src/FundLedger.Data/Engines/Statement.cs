using FundLedger.Journal;

namespace FundLedger.Data.Engines;

/// <summary>
/// A prepared statement that takes its values one by one, in order, and is then executed. Rows of the journal are
/// written through it: the same calls that feed the seal feed the database.
/// </summary>
public abstract class Statement : IFieldSink
{
    /// <summary>The number that stands in for <see cref="Posting.ThisEntry"/>.</summary>
    public long Entry { get; set; }

    public abstract void Number(long? value);

    public void EntryNumber(long value) => Number(value == Posting.ThisEntry ? Entry : value);

    public abstract void Text(string? value);

    public abstract void Day(DateOnly? value);

    public abstract void Bytes(ReadOnlyMemory<byte> value);

    public abstract void Execute();
}
