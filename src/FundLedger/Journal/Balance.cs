using System.Runtime.InteropServices;
using FundLedger.Money;

namespace FundLedger.Journal;

/// <summary>
/// The rule that an entry's postings come to zero in US$ and in each original currency, for each fund and donor. So do
/// therefore the figures of any fund, donor and period, and one that was damaged shows itself. Memoranda come to zero by
/// themselves: what is only promised stands outside the balance.
/// </summary>
public static class Balance
{
    /// <summary>The first sum that is not zero, in words; none when the postings balance.</summary>
    public static string? Imbalance(IReadOnlyCollection<Posting> postings)
    {
        var sums = new Dictionary<(string Fund, string Donor, bool IsMemorandum, Currency? Original), long>();
        void Add(Posting posting, Currency? original, Amount amount)
        {
            var key = (posting.Fund, posting.Donor, posting.Account.IsMemorandum(), original);
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _);
            sum += amount.MinorUnits;
        }

        foreach (var posting in postings)
        {
            Add(posting, null, posting.Usd);
            Add(posting, posting.Amount.Currency, posting.Amount);
        }

        foreach (var ((fund, donor, isMemorandum, original), sum) in sums)
            if (sum != 0)
                return (isMemorandum ? "what is only promised in " : "")
                    + $"fund '{fund}', donor '{donor}' is out by {new Amount(sum, original ?? Currency.Usd)}";
        return null;
    }
}
