using System.Collections.Immutable;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Rates;

namespace FundLedger.Pledges;

/// <summary>What happened on a claim after the day at which it is revalued.</summary>
public sealed record LaterPosting(DateOnly Date, Posting Posting);

/// <summary>
/// Revalues what an agreement still promises at 31 December: the claim is carried at that day's rate, and the difference
/// is an exchange gain or loss of the year. Nothing is reversed afterwards: a payment releases what the claim is carried
/// at, so that the gains of all years together are what was received less what was pledged, and each is booked once.
/// </summary>
public static class RevaluePledge
{
    /// <summary>
    /// The entries to post: one on 31 December, and one for each later day on which something of the claim was settled
    /// before the revaluation was recorded, which releases its share as it would have done.
    /// </summary>
    /// <param name="pledge">The pledge as it stood on 31 December.</param>
    /// <param name="later">What happened on its claims after that day, in order.</param>
    /// <param name="rate">The rate that applies to 31 December.</param>
    /// <param name="year">The year that ends.</param>
    public static ImmutableArray<EntryDraft> Decide(
        PledgeState pledge, IReadOnlyCollection<LaterPosting> later, Rate rate, int year)
    {
        var yearEnd = new DateOnly(year, 12, 31);
        var changes = pledge.Open.Where(claim => IsRevalued(pledge, claim))
            .SelectMany(claim => Changes(pledge, claim, later, rate, yearEnd)).ToArray();
        return
        [
            .. changes.GroupBy(change => change.Date).OrderBy(day => day.Key)
                .Select(day => new EntryDraft(EntryKind.Revaluation, day.Key, Text(pledge, year, day.Key == yearEnd))
                {
                    Rate = day.Key == yearEnd ? rate : null,
                    Postings = [.. day.SelectMany(change => Both(pledge, change))],
                })
                .Where(draft => !draft.Postings.IsEmpty),
        ];
    }

    /// <summary>Whether the claim is money that an agreement binds, in another currency than the journal's.</summary>
    public static bool IsRevalued(PledgeState pledge, Claim claim) =>
        claim.Account == Account.Receivable && pledge.Form == ContributionForm.Monetary
        && pledge.Currency != Currency.Usd && claim.Outstanding.IsPositive;

    static IEnumerable<Change> Changes(
        PledgeState pledge, Claim claim, IEnumerable<LaterPosting> later, Rate rate, DateOnly yearEnd)
    {
        var carried = rate.ToUsd(claim.Outstanding) - claim.Usd;
        var open = claim.Outstanding;
        yield return new Change(yearEnd, claim, carried);
        foreach (var (date, posting) in later)
        {
            if (posting.Pledge != pledge.Number || posting.Instalment != claim.Instalment || posting.Account != claim.Account) continue;
            if (posting.Amount.IsNegative && open.IsPositive)
            {
                var settled = Amount.Min(-posting.Amount, open);
                var released = carried.Share(settled.MinorUnits, open.MinorUnits);
                carried -= released;
                yield return new Change(date, claim, -released);
            }

            open += posting.Amount;
        }
    }

    static IEnumerable<Posting> Both(PledgeState pledge, Change change)
    {
        if (change.Usd.IsZero) yield break;
        var nothing = Amount.Zero(pledge.Currency);
        yield return pledge.OnClaim(change.Claim, Movement.Revalued, nothing, change.Usd);
        yield return new Posting(Account.Exchange, Movement.Revalued, pledge.Fund, pledge.Donor, nothing, -change.Usd);
    }

    static string Text(PledgeState pledge, int year, bool isYearEnd) => isYearEnd
        ? FormattableString.Invariant($"Pledge {pledge.Reference} revalued at 31 December {year}")
        : FormattableString.Invariant($"Pledge {pledge.Reference}: the revaluation of {year} released with what was settled");

    sealed record Change(DateOnly Date, Claim Claim, Amount Usd);
}
