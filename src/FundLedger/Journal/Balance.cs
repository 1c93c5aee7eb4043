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
        foreach (var part in postings.GroupBy(posting => (posting.Fund, posting.Donor)))
        {
            var usd = part.Sum(posting => posting.Usd.MinorUnits);
            if (usd != 0) return $"fund '{part.Key.Fund}', donor '{part.Key.Donor}' is out by {Amount.Usd(usd)}";
            foreach (var currency in part.GroupBy(posting => posting.Amount.Currency))
            {
                var sum = currency.Sum(posting => posting.Amount.MinorUnits);
                if (sum != 0) return $"fund '{part.Key.Fund}', donor '{part.Key.Donor}' is out by {new Amount(sum, currency.Key)}";
            }
        }

        return null;
    }
}
