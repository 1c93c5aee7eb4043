using FundLedger.Checks;
using FundLedger.Data.Requests;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Pledges;

namespace FundLedger.Data.Pledges;

public sealed record AddPledge(NewPledge Pledge) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) => ledger.Pledges.Add(Pledge, writing);
}

public sealed record ClimbPledge(string Reference, Rung Rung, DateOnly Date, string? Note) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) =>
        ledger.Pledges.Change(Reference, writing, pledge => ChangePledge.Climb(pledge, Rung, Date, Note));
}

public sealed record AmendPledge(string Reference, Amount? Total, InstalmentPlan? Plan, DateOnly Date, string Reason) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) => ledger.Pledges.Change(Reference, writing, pledge =>
    {
        var promised = ledger.Pledges.Promised(pledge);
        return ledger.Standing.Rates.On(Date, pledge.Currency)
            .Then(rate => ChangePledge.Amend(pledge, promised, Total ?? promised, Plan, rate, Date, Reason));
    });
}

public sealed record CancelPledge(string Reference, DateOnly Date, string Reason) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) =>
        ledger.Pledges.Change(Reference, writing, pledge => ChangePledge.Cancel(pledge, Date, Reason));
}

/// <summary>Writes off an amount, or all that is outstanding where none is given.</summary>
public sealed record WriteOffPledge(string Reference, Amount? Amount, DateOnly Date, string Reason) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) =>
        ledger.Pledges.Change(Reference, writing, pledge => ChangePledge.WriteOff(pledge, Amount ?? pledge.Outstanding, Date, Reason));
}
