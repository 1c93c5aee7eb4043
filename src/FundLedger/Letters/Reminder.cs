using FundLedger.Journal;

namespace FundLedger.Letters;

/// <summary>That a letter reminded of an instalment for the first, second or later time.</summary>
public sealed record Reminder(long Pledge, int Instalment, DateOnly Due, int Step) : ILedgerRecord
{
    public static RecordShape Shape { get; } = new("reminder", "pledge number, instalment number, due day, step number");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink)
    {
        sink.Number(Pledge);
        sink.Number(Instalment);
        sink.Day(Due);
        sink.Number(Step);
    }
}
