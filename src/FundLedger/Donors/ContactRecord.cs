using FundLedger.Journal;

namespace FundLedger.Donors;

/// <summary>
/// A version of a contact as its entry seals it: whose it is, the entry that first recorded it, and the
/// <see cref="ContactHash"/> of the details, which stand beside the journal.
/// </summary>
public sealed record ContactRecord(string Donor, long Contact, ReadOnlyMemory<byte> Hash) : ILedgerRecord
{
    public static RecordShape Shape { get; } = new("contact", "donor text, contact number, hash bytes");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink)
    {
        sink.Text(Donor);
        sink.EntryNumber(Contact);
        sink.Bytes(Hash);
    }
}

/// <summary>That the details of every version of a contact were erased.</summary>
public sealed record ContactErasure(long Contact) : ILedgerRecord
{
    public static RecordShape Shape { get; } = new("contact_erasure", "contact number");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink) => sink.Number(Contact);
}
