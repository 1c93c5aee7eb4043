using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Reports.Issued;

/// <summary>One total in an issued report, in US$ cents. <see cref="Item"/> is what it is a total of: <c>received</c>.</summary>
public sealed record FigureTotal(string Fund, int Year, string Item, long Usd);

/// <summary>A figure of an issued report that is another today.</summary>
public sealed record FigureChange(string Fund, int Year, string Item, Amount Before, Amount After);

/// <summary>
/// The totals in a report by fund and year, and a digest of everything they are sums of: what is compared to tell whether
/// a report that was issued would say the same today.
/// </summary>
public sealed record ReportFigures(ImmutableArray<FigureTotal> Totals, string Digest)
{
    /// <summary>The item of a change that leaves every total as it was: money moved between donors, days due or accounts.</summary>
    public const string Division = "division within the totals";

    static readonly (string Item, Func<Position, Amount> Of)[] Positions =
    [
        ("pledged", at => at.Pledged), ("signed", at => at.Signed), ("announced", at => at.Announced), ("paid", at => at.Paid),
        ("written off", at => at.WrittenOff), ("revalued", at => at.Revalued), ("outstanding", at => at.Outstanding),
        ("receivable", at => at.Receivable), ("received", at => at.Received), ("received in kind", at => at.ReceivedInKind),
        ("refunded", at => at.Refunded), ("unallocated", at => at.Unallocated), ("exchange gain", at => at.Exchange),
        ("contributions", at => at.Contributions),
    ];

    static readonly Account[] Accounts =
    [
        Account.Interest, Account.Miscellaneous, Account.Expenditure, Account.SupportCosts, Account.BankCharges,
        Account.FundBalance, Account.Adjustments, Account.Transfers,
    ];

    public static ReportFigures Of(Figures figures)
    {
        var totals = figures.Rows.GroupBy(row => (row.Fund, row.Year))
            .OrderBy(group => group.Key.Fund, StringComparer.Ordinal).ThenBy(group => group.Key.Year)
            .SelectMany(group => TotalsOf(group.Key.Fund, group.Key.Year, new Figures([.. group])));
        return new ReportFigures([.. totals], DigestOf(figures.Rows));
    }

    public static ReportFigures FromJson(string json) => JsonSerializer.Deserialize<ReportFigures>(json)!;

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>What differs in later figures of the same scope, by fund and year.</summary>
    public ImmutableArray<FigureChange> ChangesTo(ReportFigures later)
    {
        if (Digest == later.Digest) return [];
        var before = Totals.ToDictionary(KeyOf, total => total.Usd);
        var after = later.Totals.ToDictionary(KeyOf, total => total.Usd);
        ImmutableArray<FigureChange> changes =
        [
            .. Totals.Select(KeyOf).Union(later.Totals.Select(KeyOf))
                .Where(key => before.GetValueOrDefault(key) != after.GetValueOrDefault(key))
                .OrderBy(key => key.Fund, StringComparer.Ordinal).ThenBy(key => key.Year)
                .Select(key => new FigureChange(key.Fund, key.Year, key.Item, Amount.Usd(before.GetValueOrDefault(key)),
                    Amount.Usd(after.GetValueOrDefault(key)))),
        ];
        return changes.IsEmpty ? [new FigureChange("", 0, Division, Amount.Usd(0), Amount.Usd(0))] : changes;
    }

    static (string Fund, int Year, string Item) KeyOf(FigureTotal total) => (total.Fund, total.Year, total.Item);

    static IEnumerable<FigureTotal> TotalsOf(string fund, int year, Figures figures)
    {
        var position = figures.Total();
        return Positions.Select(item => new FigureTotal(fund, year, item.Item, item.Of(position).MinorUnits))
            .Concat(Accounts.Select(account =>
                new FigureTotal(fund, year, Word.Of(account), figures.Balance(account).MinorUnits)))
            .Where(total => total.Usd != 0);
    }

    static string DigestOf(IEnumerable<Figure> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[sizeof(long)];
        Figure[] sorted = [.. rows];
        Array.Sort(sorted, InOrder);
        foreach (var row in sorted)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
                $"{row.Fund}\n{row.Donor}\n{row.Year}\n{Word.Of(row.Account)}\n{Word.Of(row.Movement)}\n{row.DueYear}\n")));
            BinaryPrimitives.WriteInt64BigEndian(number, row.Usd);
            hash.AppendData(number);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static int InOrder(Figure a, Figure b)
    {
        var order = string.CompareOrdinal(a.Fund, b.Fund);
        if (order == 0) order = string.CompareOrdinal(a.Donor, b.Donor);
        return order != 0 ? order
            : (a.Year, a.Account, a.Movement, a.DueYear).CompareTo((b.Year, b.Account, b.Movement, b.DueYear));
    }
}
