using System.Collections.Immutable;
using FundLedger.Money;

namespace FundLedger.Bank;

/// <summary>
/// Counts the equal lines of one account, so that two genuine identical payments are the first and the second of their
/// key. Pages of one day count on from page to page; a statement that repeats an earlier one and goes further counts
/// from the beginning. The balances tell which it is: the next page opens where the last one closed.
/// </summary>
sealed class Occurrences(KnownLines known)
{
    readonly Dictionary<string, int> _counts = [];
    BankStatement? _last;
    DateOnly? _carriedTo;

    public static ImmutableArray<BankStatement> Number(ImmutableArray<BankStatement> statements, KnownLines known)
    {
        var accounts = new Dictionary<(string, string), Occurrences>();
        return ImmutableArray.CreateRange(statements, statement =>
        {
            var account = (AccountNumber.Normal(statement.Account), statement.Currency.Code);
            if (!accounts.TryGetValue(account, out var counting)) accounts[account] = counting = new Occurrences(known);
            return counting.Next(statement);
        });
    }

    BankStatement Next(BankStatement statement)
    {
        if (_last is null || !Continues(statement, _last.Closing, _last.To, key => _counts.GetValueOrDefault(key)))
        {
            _counts.Clear();
            _carriedTo = known.ContinuedUntil(statement);
        }

        _last = statement;
        return statement with { Lines = ImmutableArray.CreateRange(statement.Lines, Count) };
    }

    BankLine Count(BankLine line)
    {
        if (line.Status != LineStatus.Booked) return line;
        var key = line.Key;
        var count = _counts[key] = _counts.GetValueOrDefault(key) + 1;
        return line with { Occurrence = line.Booked <= _carriedTo ? count + known.Count(key) : count };
    }

    /// <summary>
    /// Whether a statement goes on where one before it ended: it opens with that one's closing balance, not earlier,
    /// and the lines that both seem to hold are twins. Where those lines cancel out, the balances would be the same if
    /// they were repeated, and so they are taken as repeated: a line left out shows at the next balance, a line taken
    /// twice is money that is not there.
    /// </summary>
    public static bool Continues(BankStatement next, Amount? closing, DateOnly? until, Func<string, int> countOf)
    {
        if (closing is null || closing != next.Opening || next.From < until) return false;
        Int128 sum = 0;
        var common = 0;
        foreach (var same in next.Booked.Where(line => !(line.Booked > until)).GroupBy(line => line.Key))
        {
            var held = Math.Min(same.Count(), countOf(same.Key));
            sum += (Int128)held * same.First().Amount.MinorUnits;
            common += held;
        }

        return common == 0 || sum != 0;
    }
}
