using FundLedger.Journal;

namespace FundLedger.Letters;

public enum LetterKind
{
    /// <summary>Thanks for a payment.</summary>
    Acknowledgement,

    /// <summary>Asks for what is overdue.</summary>
    Reminder,
}

/// <summary>
/// A letter that was written to a donor: the day and knowledge it was made from and the hash of its bytes, which the ledger
/// keeps. <see cref="Payment"/> is the entry of the payment that it thanks for, else zero.
/// </summary>
public sealed record Letter(
    string Id, LetterKind Kind, string Donor, string Language, long Payment, DateOnly AsAt, long KnownEntry, string Seal,
    ReadOnlyMemory<byte> Hash) : ILedgerRecord
{
    public static RecordShape Shape { get; } = new("letter",
        "id text, kind text, donor text, language text, payment number, as_at day, known_entry number, seal text, hash bytes");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink)
    {
        sink.Text(Id);
        sink.Text(Word.Of(Kind));
        sink.Text(Donor);
        sink.Text(Language);
        sink.Number(Payment);
        sink.Day(AsAt);
        sink.Number(KnownEntry);
        sink.Text(Seal);
        sink.Bytes(Hash);
    }
}
