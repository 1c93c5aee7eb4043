using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Requests;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Payments;

namespace FundLedger.Data.Payments;

public sealed record AddPayment(NewPayment Payment, ImmutableArray<AllocationRequest> Allocations) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) => ledger.Payments.Add(Payment, Allocations, writing);
}

public sealed record AllocatePayment(string Reference, ImmutableArray<AllocationRequest> Allocations, DateOnly Date) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) => ledger.Payments.Change(Reference, writing, receipt =>
        ledger.Payments.Targets(Allocations, receipt.Fund).Then(targets => ChangePayment.Allocate(
            receipt, targets, Date, currency => ledger.Standing.Rates.On(Date, currency))));
}

public sealed record RefundPayment(string Reference, Amount? Amount, DateOnly Date, string Reason) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) => ledger.Payments.Change(Reference, writing, receipt =>
        ledger.Standing.Rates.On(Date, receipt.Amount.Currency)
            .Then(rate => ChangePayment.Refund(receipt, Amount, rate, Date, Reason)));
}

public sealed record ReversePayment(string Reference, DateOnly Date, string Reason) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) =>
        ledger.Payments.Find(Reference).Then(receipt => ledger.Payments.Reverse(receipt, Date, Reason, writing));
}
