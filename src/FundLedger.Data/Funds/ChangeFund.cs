using FundLedger.Checks;
using FundLedger.Data.Requests;
using FundLedger.Funds;
using FundLedger.Journal;

namespace FundLedger.Data.Funds;

/// <summary>Gives a fund a new version.</summary>
public sealed record ChangeFund(Fund Fund, string? Reason) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) => ledger.Funds.Change(this, writing);
}
