namespace FundLedger.Journal;

/// <summary>The file that a batch of entries came from, by its name and the SHA-256 of its bytes.</summary>
public sealed record Batch(string File, ReadOnlyMemory<byte> Hash) : ILedgerRecord
{
    public static RecordShape Shape { get; } = new("batch", "file text, hash bytes");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink)
    {
        sink.Text(File);
        sink.Bytes(Hash);
    }
}
