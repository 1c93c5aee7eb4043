using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Reports;

/// <summary>
/// What the postings of one fund, donor and year come to on one account for one reason, in US$ cents, debit positive.
/// <see cref="DueYear"/> is the year in which a claim falls due, else 0; <see cref="Donor"/> is empty where none is behind it.
/// </summary>
public readonly record struct Figure(
    string Fund, string Donor, int Year, Account Account, Movement Movement, int DueYear, long Usd);

/// <summary>
/// The figures from which every report and screen is made: one query's rows, up to a day and as known at an entry.
/// Whatever is asked is a sum over some of them.
/// </summary>
public sealed class Figures(IReadOnlyList<Figure> rows)
{
    public IReadOnlyList<Figure> Rows => rows;

    public Figures Where(Func<Figure, bool> condition) => new([.. rows.Where(condition)]);

    public Figures OfFund(string fund) => Where(figure => figure.Fund == fund);

    public Figures InYear(int year) => Where(figure => figure.Year == year);

    /// <summary>Up to and including the year: what balances are made of.</summary>
    public Figures UpTo(int year) => Where(figure => figure.Year <= year);

    /// <summary>
    /// Where the figures do not come to zero as every entry does, in words; none where they do. Figures that do not were
    /// damaged after they were recorded and must not be shown.
    /// </summary>
    public string? Imbalance()
    {
        var sums = new Dictionary<(string Fund, string Donor, int Year), long>();
        foreach (var figure in rows)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, (figure.Fund, figure.Donor, figure.Year), out _);
            sum += figure.Usd;
        }

        foreach (var (key, rest) in sums)
            if (rest != 0)
                return FormattableString.Invariant(
                    $"the figures of fund {key.Fund}, donor {key.Donor}, {key.Year} do not balance: they are out by {Amount.Usd(rest)}");
        return null;
    }

    /// <summary>The position of each group, e.g. of each donor.</summary>
    public Dictionary<TKey, Position> By<TKey>(Func<Figure, TKey> key) where TKey : notnull
    {
        var groups = new Dictionary<TKey, Position>();
        foreach (var figure in rows)
        {
            var group = key(figure);
            if (!groups.TryGetValue(group, out var position)) groups.Add(group, position = new Position());
            position.Add(figure);
        }

        return groups;
    }

    /// <summary>
    /// The same added up over their donors, who are empty: a hundredth of the rows, where only funds and years are asked for.
    /// </summary>
    public Figures WithoutDonors()
    {
        var sums = new Dictionary<Figure, long>();
        foreach (var figure in rows)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, figure with { Donor = "", Usd = 0 }, out _);
            sum += figure.Usd;
        }

        return new Figures([.. sums.Select(sum => sum.Key with { Usd = sum.Value })]);
    }

    /// <summary>The position of all of them together.</summary>
    public Position Total()
    {
        var position = new Position();
        foreach (var figure in rows) position.Add(figure);
        return position;
    }

    /// <summary>The sum on one account, debit positive, as the journal has it.</summary>
    public Amount Balance(Account account) =>
        Amount.Usd(rows.Where(figure => figure.Account == account).Sum(figure => figure.Usd));
}
