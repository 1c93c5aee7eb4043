using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Pledges;
using FundLedger.Rates;

namespace FundLedger.Payments;

/// <summary>What can happen to money after it was received: it is allocated, or what is unallocated is paid back.</summary>
public static class ChangePayment
{
    /// <summary>Explains what an unallocated receipt was for, at the value it was received at.</summary>
    public static Outcome<EntryDraft> Allocate(
        ReceiptState receipt, ImmutableArray<AllocationTarget> targets, DateOnly date,
        Func<Currency, Outcome<Rate>> rateOfTheDay)
    {
        if (TooEarly(receipt, date) is { } early) return early;
        if (receipt.Unallocated.IsZero) return NothingLeft(receipt);
        if (targets.FirstOrDefault(target => target.Pledge?.Date > date) is { Pledge: { } later })
            return new Problem($"pledge {later.Reference} is of {DayText.Iso(later.Date)}, after {DayText.Iso(date)}",
                $"allocate on or after {DayText.Iso(later.Date)}")
            { Column = "date", Value = $"{DayText.Iso(date)}" };
        var settlement = new Settlement(receipt.Number, receipt.Donor, receipt.Form, receipt.Unallocated, receipt.Usd);
        foreach (var target in targets)
            if (settlement.Settle(target, rateOfTheDay) is { } problem) return problem;
        if (settlement.Allocations.Count == 0)
            return new Problem($"nothing is owed that payment {receipt.Reference} could settle",
                "name a pledge with something outstanding, or a fund");
        return new EntryDraft(EntryKind.Allocation, date,
            $"{receipt.Unallocated - settlement.Left} of payment {receipt.Reference} allocated")
        {
            Postings = [.. Released(receipt, settlement), .. settlement.Postings],
            Records = [.. settlement.Allocations],
        };
    }

    /// <summary>
    /// Pays unallocated money back to the donor, valued at the rate of the day; the difference from the value it was
    /// received at is an exchange gain or loss. An allocated part is freed first, by reversing its allocation.
    /// </summary>
    public static Outcome<EntryDraft> Refund(ReceiptState receipt, Amount? amount, Rate rate, DateOnly date, string reason)
    {
        if (TooEarly(receipt, date) is { } early) return early;
        if (string.IsNullOrWhiteSpace(reason))
            return new Problem("the refund has no reason", "say why in a few words; it stays in the audit trail")
            { Column = "reason" };
        var back = amount ?? receipt.Unallocated;
        if (receipt.Unallocated.IsZero) return NothingLeft(receipt);
        if (!back.IsPositive || back > receipt.Unallocated)
            return new Problem($"{back} of payment {receipt.Reference} cannot be refunded: {receipt.Unallocated} is unallocated",
                $"refund at most {receipt.Unallocated}, or first reverse the allocation that used the rest")
            { Column = "amount", Value = back.ToPlainText() };
        var released = receipt.Usd.Share(back.MinorUnits, receipt.Unallocated.MinorUnits);
        var paid = rate.ToUsd(back);
        var exchange = paid - released;
        Posting On(Account account, Amount sum, Amount usd) =>
            new(account, Movement.Refunded, receipt.Fund, receipt.Donor, sum, usd);
        return new EntryDraft(EntryKind.Refund, date, $"{back} of payment {receipt.Reference} refunded")
        {
            Rate = rate,
            Reason = reason,
            Postings =
            [
                On(Account.Unallocated, back, released) with { Payment = receipt.Number },
                .. exchange.IsZero ? [] : new[] { On(Account.Exchange, Amount.Zero(back.Currency), exchange) },
                On(Account.Bank, -back, -paid),
            ],
        };
    }

    static IEnumerable<Posting> Released(ReceiptState receipt, Settlement settlement)
    {
        foreach (var fund in settlement.Allocations.GroupBy(part => part.Fund))
        {
            var amount = fund.Aggregate(Amount.Zero(receipt.Amount.Currency), (sum, part) => sum + part.Amount);
            var usd = fund.Aggregate(Amount.Usd(0), (sum, part) => sum + part.Usd);
            Posting On(Account account, string code, Amount sum, Amount value) =>
                new(account, Movement.Allocated, code, receipt.Donor, sum, value);
            yield return On(Account.Unallocated, receipt.Fund, amount, usd) with { Payment = receipt.Number };
            if (fund.Key == receipt.Fund) continue;
            // The money follows its purpose into another fund.
            yield return On(Account.Bank, receipt.Fund, -amount, -usd);
            yield return On(Account.Bank, fund.Key, amount, usd);
        }
    }

    static Problem NothingLeft(ReceiptState receipt) =>
        new($"nothing of payment {receipt.Reference} is unallocated", "reverse the allocation that used it first");

    static Problem? TooEarly(ReceiptState receipt, DateOnly date) => date >= receipt.Date ? null
        : new Problem($"{DayText.Iso(date)} is before payment {receipt.Reference} of {DayText.Iso(receipt.Date)}",
            $"give a day on or after {DayText.Iso(receipt.Date)}")
        { Column = "date", Value = $"{DayText.Iso(date)}" };
}
