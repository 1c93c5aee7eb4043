using FundLedger.Money;

namespace FundLedger.Journal;

/// <summary>The rule that an entry's postings come to zero in US$ and in each original currency, for each fund.</summary>
public static class Balance
{
    /// <summary>The first sum that is not zero, in words; none when the postings balance.</summary>
    public static string? Imbalance(IReadOnlyCollection<Posting> postings)
    {
        foreach (var fund in postings.GroupBy(posting => posting.Fund))
        {
            var usd = fund.Sum(posting => posting.Usd.MinorUnits);
            if (usd != 0) return $"fund '{fund.Key}' is out by {Amount.Usd(usd)}";
            foreach (var currency in fund.GroupBy(posting => posting.Amount.Currency))
            {
                var sum = currency.Sum(posting => posting.Amount.MinorUnits);
                if (sum != 0) return $"fund '{fund.Key}' is out by {new Amount(sum, currency.Key)}";
            }
        }

        return null;
    }
}
