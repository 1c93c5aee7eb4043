namespace FundLedger.Data.Engines;

/// <summary>
/// The rows of a query one by one, while other queries of the same transaction are read beside it: the counterpart of
/// <see cref="Statement"/>.
/// </summary>
public abstract class RowReader : IDisposable
{
    /// <summary>Moves to the next row.</summary>
    public abstract bool Read();

    public abstract bool IsNothing(int column);

    public abstract long Number(int column);

    public abstract string Text(int column);

    public abstract DateOnly Day(int column);

    public abstract byte[] Bytes(int column);

    public abstract void Dispose();

    public long? OptionalNumber(int column) => IsNothing(column) ? null : Number(column);

    public string? OptionalText(int column) => IsNothing(column) ? null : Text(column);

    public DateOnly? OptionalDay(int column) => IsNothing(column) ? null : Day(column);
}
