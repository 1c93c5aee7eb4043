namespace FundLedger.Journal;

/// <summary>
/// A file that the ledger keeps: a bank's statement, a letter, a scan. The entry seals its hash; its bytes are kept once
/// under that hash.
/// </summary>
public sealed record Attachment(string Name, ReadOnlyMemory<byte> Hash, long Size) : ILedgerRecord
{
    public static RecordShape Shape { get; } = new("attachment", "name text, hash bytes, size number");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink)
    {
        sink.Text(Name);
        sink.Bytes(Hash);
        sink.Number(Size);
    }
}
