using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Closing;
using FundLedger.Data.Requests;
using FundLedger.Journal;

namespace FundLedger.Data.Closing;

public sealed record CloseBooks(int Year, ImmutableSortedDictionary<FindingKind, string> Explanations) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) => ledger.Closing.Close(this, writing);
}

public sealed record ReopenBooks(int Year, string Reason) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) => ledger.Closing.Reopen(this, writing);
}
