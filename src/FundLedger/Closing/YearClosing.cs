using FundLedger.Journal;

namespace FundLedger.Closing;

/// <summary>
/// A year was closed or opened again. <see cref="Through"/> is the last closed year after it: all years up to it take no
/// entries.
/// </summary>
public sealed record YearClosing(int Year, int Through) : ILedgerRecord
{
    public static RecordShape Shape { get; } = new("closing", "year number, through number");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink)
    {
        sink.Number(Year);
        sink.Number(Through);
    }
}
