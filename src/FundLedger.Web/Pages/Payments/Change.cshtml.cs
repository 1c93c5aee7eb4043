using System.Collections.Immutable;
using FundLedger.Data.Payments;
using FundLedger.Data.Requests;
using FundLedger.Journal;
using FundLedger.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Payments;

/// <summary>Allocates, refunds or reverses a payment.</summary>
[Asks(ToSee = Right.Record)]
public sealed class ChangePaymentPage : ChangePage
{
    static readonly string[] Known = ["allocate", "refund", "reverse"];

    public PaymentLine Payment { get; private set; } = null!;

    public TargetFields Targets => field ??= new TargetFields(this, Payment.Donor, Payment.Currency);

    public override string Back => FormattableString.Invariant($"/payments/{Payment.Entry}");

    protected override ImmutableArray<EntryHeader> History => Ledger.Journal.EntriesOfPayment(Payment.Entry);

    protected override RecordRequest? Asked()
    {
        var (reference, day) = (Payment.Reference, DayOrToday());
        return What switch
        {
            "allocate" => Allocation(reference, day),
            "refund" => new RefundPayment(reference, Form.Amount("amount", Payment.Currency), day, Reason()),
            "reverse" => new ReversePayment(reference, day, Reason()),
            _ => null,
        };
    }

    AllocatePayment? Allocation(string reference, DateOnly day)
    {
        var targets = Targets.Read();
        if (targets.IsEmpty && !Form.IsRefused) Form.Refuse("target-fund", Words["payment.no-target"]);
        return targets.IsEmpty ? null : new AllocatePayment(reference, targets, day);
    }

    protected override bool Find(long number)
    {
        if (Ledger.Payments.Page(new PaymentFilter { Entry = number }).FirstOrDefault() is not { } payment
            || payment.ReversedBy != 0 || !Known.Contains(What)) return false;
        Payment = payment;
        Title = Words["action." + What];
        return true;
    }
}
