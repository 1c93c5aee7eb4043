using FundLedger.Checks;
using FundLedger.Data.Requests;
using FundLedger.Journal;

namespace FundLedger.Data.Journal;

public sealed record ReverseEntry(long Entry, DateOnly Date, string Reason) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) => ledger.Journal.Reverse(Entry, Date, Reason, writing);
}

public sealed record UndoImport(long Batch, DateOnly Date, string Reason) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) => ledger.Batches.Undo(this, writing);
}

public sealed record SetSetting(string Name, string? Value, string? Reason) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) => ledger.Settings.Set(this, writing);
}
