using FundLedger.Checks;
using FundLedger.Journal;

namespace FundLedger.Funds;

public sealed record Fund(string Code, string Name) : ILedgerRecord
{
    public static RecordShape Shape { get; } = new("fund", "code text, name text");
    RecordShape ILedgerRecord.Shape => Shape;
    public void WriteTo(IFieldSink sink) { sink.Text(Code); sink.Text(Name); }
}
public sealed class FundList(IEnumerable<Fund> funds)
{
    readonly Dictionary<string, Fund> _f = funds.ToDictionary(f => f.Code);
    public IEnumerable<Fund> All => _f.Values;
    public Outcome<Fund> Find(string c) => _f.TryGetValue(c, out var f) ? f : new Problem("no fund " + c, "x");
}
public static class FundReference { public static IEnumerable<Fund> All() => [new("VFTC", "V"), new("UPR-P", "P"), new("LDC-SIDS", "L"), new("UPR-I", "I")]; }
