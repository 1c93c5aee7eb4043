using FundLedger.Journal;

namespace FundLedger.Reports.Issued;

/// <summary>
/// A report that was made and given to somebody: what it was asked for, the day and knowledge it was made from, the hash of
/// its bytes, and the figures in it (<see cref="ReportFigures"/> as JSON). Fund and donor are what its figures are limited to.
/// </summary>
public sealed record IssuedReport(
    string Id, string Name, string Parameters, string? Fund, string? Donor, DateOnly AsAt, long KnownEntry, string Seal,
    ReadOnlyMemory<byte> Hash, string Figures) : ILedgerRecord
{
    public static RecordShape Shape { get; } = new("report",
        "id text, name text, parameters text, fund text, donor text, as_at day, known_entry number, seal text, hash bytes, "
        + "figures text");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink)
    {
        sink.Text(Id);
        sink.Text(Name);
        sink.Text(Parameters);
        sink.Text(Fund);
        sink.Text(Donor);
        sink.Day(AsAt);
        sink.Number(KnownEntry);
        sink.Text(Seal);
        sink.Bytes(Hash);
        sink.Text(Figures);
    }
}
