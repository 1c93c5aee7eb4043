using System.Runtime.InteropServices;
using FundLedger.Money;

namespace FundLedger.Journal;

/// <summary>
/// The rule that an entry's postings come to zero in US$ and in each original currency, for each fund and donor. So do
/// therefore the figures of any fund, donor and period, and one that was damaged shows itself.
/// </summary>
public static class Balance
{
    /// <summary>The first sum that is not zero, in words; none when the postings balance.</summary>
    public static string? Imbalance(IReadOnlyCollection<Posting> postings)
    {
        var sums = new Dictionary<(string Fund, string Donor, Currency? Original), long>();
        void Add(Posting posting, Currency? original, Amount amount)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, (posting.Fund, posting.Donor, original), out _);
            sum += amount.MinorUnits;
        }

        foreach (var posting in postings)
        {
            Add(posting, null, posting.Usd);
            Add(posting, posting.Amount.Currency, posting.Amount);
        }

        foreach (var ((fund, donor, original), sum) in sums)
            if (sum != 0) return $"fund '{fund}', donor '{donor}' is out by {new Amount(sum, original ?? Currency.Usd)}";
        return null;
    }
}
