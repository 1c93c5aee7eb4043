using System.Collections.Immutable;
using FundLedger.Bank;
using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Pledges;
using FundLedger.Rates;

namespace FundLedger.Payments;

/// <summary>Money or goods received; donor and fund are codes that exist.</summary>
public sealed record NewPayment(string Donor, string Fund, DateOnly Date, Amount Amount)
{
    /// <summary>The bank's or the donor's reference; where none is given the ledger makes one from the entry's number.</summary>
    public string? Reference { get; init; }

    public ContributionForm Form { get; init; } = ContributionForm.Monetary;

    public string? Earmarking { get; init; }

    public string? Note { get; init; }

    /// <summary>
    /// What banks on the way took of <see cref="NewPayment.Amount"/>: the donor is credited with all of it, the fund bears
    /// the charge, and the rest is what arrived.
    /// </summary>
    public Amount? Charge { get; init; }

    /// <summary>The bank line from which it is recorded; none where it is known otherwise.</summary>
    public BankLineId? BankLine { get; init; }

    /// <summary>What it settles, in this order; what no target takes stays unallocated.</summary>
    public ImmutableArray<AllocationTarget> Targets { get; init; } = [];
}

/// <summary>Records what the bank received, at the rate of that day, and settles what it was paid for.</summary>
public static class RecordPayment
{
    /// <summary>
    /// Records a payment, and settles what it was paid for. A pledge that was made after the payment is settled by an
    /// allocation of its own on the pledge's day, so that no day shows a pledge paid before it was made.
    /// </summary>
    /// <param name="payment">The payment with its targets.</param>
    /// <param name="rates">The rate of a day and currency.</param>
    /// <param name="post">Posts an entry; called once or twice.</param>
    public static Outcome<Recorded> Steps(
        NewPayment payment, Func<DateOnly, Currency, Outcome<Rate>> rates, Func<EntryDraft, Outcome<Recorded>> post)
    {
        Func<Currency, Outcome<Rate>> On(DateOnly day) => currency => rates(day, currency);
        var later = payment.Targets.Where(target => target.Pledge?.Date > payment.Date).ToImmutableArray();
        var now = later.IsEmpty ? payment : payment with { Targets = payment.Targets.RemoveRange(later) };
        return rates(now.Date, now.Amount.Currency)
            .Then(rate => Decide(now, rate, On(now.Date)))
            .Then(draft => post(draft).Then(paid => WaitingFor(now, draft, paid, later) is not { } receipt
                ? paid
                : ChangePayment.Allocate(receipt, later, later.Max(target => target.Pledge!.Date), On(now.Date))
                    .Then(post).Then<Recorded>(_ => paid)));
    }

    public static Outcome<EntryDraft> Decide(NewPayment request, Rate rate, Func<Currency, Outcome<Rate>> rateOfTheDay)
    {
        if (Withdrawal.Objection(request.Amount.Currency, request.Date) is { } withdrawn) return withdrawn;
        if (request.Amount.IsZero)
            return new Problem("the payment is zero", "give the amount that the bank received")
            { Column = "amount", Value = request.Amount.ToPlainText() };
        if (request.Amount.IsNegative && request.Targets.Any(target => target.Pledge is not null))
            return new Problem($"a payment of {request.Amount} cannot settle a pledge",
                "to give money back, refund the payment it came with; to undo a payment, reverse it")
            { Column = "amount", Value = request.Amount.ToPlainText() };

        if (request.Charge is { } charge && (!charge.IsPositive || charge >= request.Amount || request.Form == ContributionForm.InKind))
            return new Problem($"a charge of {charge} cannot be taken of a payment of {request.Amount}",
                "give a charge above zero and below the amount; the amount is what the donor sent, with the charge")
            { Column = "charge", Value = charge.ToPlainText() };

        var usd = rate.ToUsd(request.Amount);
        var settlement = new Settlement(Posting.ThisEntry, request.Donor, request.Form, request.Amount, usd);
        foreach (var target in TargetsOf(request))
            if (settlement.Settle(target, rateOfTheDay) is { } problem) return problem;
        var payment = new Payment(request.Reference ?? "", request.Donor, request.Fund, request.Date, request.Amount, usd,
            request.Form, request.Earmarking, request.Note);
        var received = Received(request, settlement);
        return new EntryDraft(EntryKind.Payment, request.Date, $"Payment of {request.Amount} from {request.Donor} to {request.Fund}")
        {
            Rate = rate,
            Postings = [.. received, .. Charged(request, received), .. settlement.Postings, .. Unallocated(request, settlement)],
            Records =
            [
                payment, .. settlement.Allocations,
                .. request.BankLine is { } line ? new[] { new BankMatch(line, Posting.ThisEntry) } : [],
            ],
        };
    }

    /// <summary>The receipt that is left for pledges made later; none where there is nothing left or nothing owed.</summary>
    static ReceiptState? WaitingFor(
        NewPayment payment, EntryDraft draft, Recorded paid, ImmutableArray<AllocationTarget> later)
    {
        var rest = draft.Postings.FirstOrDefault(posting => posting.Account == Account.Unallocated);
        if (rest is null || later.All(target => target.Pledge!.Outstanding.IsZero)) return null;
        return new ReceiptState(paid.Entry, paid.Reference, payment.Donor, payment.Fund, payment.Date, payment.Amount,
            payment.Form, -rest.Amount, -rest.Usd);
    }

    /// <summary>Goods, and corrections below zero, have nothing to wait for: they belong to their fund at once.</summary>
    static ImmutableArray<AllocationTarget> TargetsOf(NewPayment request) =>
        request.Targets.IsEmpty && (request.Form == ContributionForm.InKind || request.Amount.IsNegative)
            ? [AllocationTarget.Directly(request.Fund)]
            : request.Targets;

    /// <summary>The bank's side: each fund gets the part that was paid for it.</summary>
    static List<Posting> Received(NewPayment request, Settlement settlement)
    {
        var account = request.Form == ContributionForm.InKind ? Account.InKind : Account.Bank;
        var received = new List<Posting>();
        void Add(string fund, Amount amount, Amount usd)
        {
            var at = received.FindIndex(posting => posting.Fund == fund);
            if (at < 0) received.Add(new Posting(account, Movement.Received, fund, request.Donor, amount, usd));
            else received[at] = received[at] with { Amount = received[at].Amount + amount, Usd = received[at].Usd + usd };
        }

        foreach (var part in settlement.Allocations) Add(part.Fund, part.Amount, part.Usd);
        Add(request.Fund, settlement.Left, settlement.LeftUsd);
        received.RemoveAll(posting => posting.Amount.IsZero);
        return received;
    }

    /// <summary>The charge, borne by each fund in proportion to what was paid for it.</summary>
    static IEnumerable<Posting> Charged(NewPayment request, List<Posting> received)
    {
        if (request.Charge is not { } charge) yield break;
        long[] weights = [.. received.Select(posting => posting.Amount.MinorUnits)];
        var amounts = Split.InProportion(charge, weights);
        for (var i = 0; i < received.Count; i++)
        {
            if (amounts[i].IsZero) continue;
            var usd = received[i].Usd.Share(amounts[i].MinorUnits, received[i].Amount.MinorUnits);
            var charged = received[i] with { Movement = Movement.Charged, Amount = amounts[i], Usd = usd };
            yield return charged with { Account = Account.BankCharges };
            yield return charged.Opposite();
        }
    }

    static IEnumerable<Posting> Unallocated(NewPayment request, Settlement settlement)
    {
        if (settlement.Left.IsZero) yield break;
        yield return new Posting(Account.Unallocated, Movement.Received, request.Fund, request.Donor,
            -settlement.Left, -settlement.LeftUsd)
        { Payment = Posting.ThisEntry };
    }
}
