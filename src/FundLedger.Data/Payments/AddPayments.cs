using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Requests;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Data.Payments;

/// <summary>The payments of one slip, all or none; each problem names the row, from 1.</summary>
public sealed record AddPayments(ImmutableArray<AddPayment> Payments) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        long last = 0;
        for (var i = 0; i < Payments.Length; i++)
        {
            var added = Payments[i].Run(ledger, writing);
            // What a second person has to approve stops the slip as it is: it waits as a whole.
            if (added.Problems is [{ Column: "approved-by" }]) return added;
            problems.AddRange(added.Problems.Select(problem => problem with { Row = i + 1 }));
            if (!added.IsRefused) last = added.Value.Entry;
        }

        if (problems.Count > 0) return new Refusal(problems.ToImmutable());
        var totals = Payments.GroupBy(one => one.Payment.Amount.Currency)
            .Select(group => group.Aggregate(Amount.Zero(group.Key), (sum, one) => sum + one.Payment.Amount).ToString());
        return new Recorded(last, $"{Payments.Length} payments", $"{Payments.Length} payments recorded: {string.Join(", ", totals)}");
    }
}
