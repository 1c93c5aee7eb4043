using FundLedger.Checks;
using FundLedger.Journal;

namespace FundLedger.Donors;

public sealed record Donor(string Code, string Name) : ILedgerRecord
{
    public static RecordShape Shape { get; } = new("donor", "code text, name text");
    RecordShape ILedgerRecord.Shape => Shape;
    public void WriteTo(IFieldSink sink) { sink.Text(Code); sink.Text(Name); }
}
public sealed class DonorDirectory(IEnumerable<Donor> donors)
{
    readonly Dictionary<string, Donor> _f = donors.ToDictionary(f => f.Code);
    public IEnumerable<Donor> All => _f.Values;
    public Outcome<Donor> Find(string c) => _f.TryGetValue(c, out var f) ? f : new Problem("no donor " + c, "x");
}
public static class DonorReference { public static IEnumerable<Donor> All() => [new("NOR", "Norway"), new("CAN", "Canada")]; }
