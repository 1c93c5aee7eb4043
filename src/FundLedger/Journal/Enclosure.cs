namespace FundLedger.Journal;

/// <summary>That the files of this entry belong to another: the letter of a pledge, the advice of a payment.</summary>
public sealed record Enclosure(long About) : ILedgerRecord
{
    public static RecordShape Shape { get; } = new("enclosure", "about number");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink) => sink.Number(About);
}
