namespace FundLedger.Journal;

/// <summary>A setting of the ledger from this entry on; settings are versioned like everything else that reports show.</summary>
public sealed record Setting(string Name, string? Value) : ILedgerRecord
{
    /// <summary>Printed on every page, e.g. that the figures are invented.</summary>
    public const string Banner = "banner";

    public static RecordShape Shape { get; } = new("setting", "name text, value text");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink)
    {
        sink.Text(Name);
        sink.Text(Value);
    }
}
