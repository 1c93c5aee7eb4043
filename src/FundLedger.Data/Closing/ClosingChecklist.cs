using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Closing;
using FundLedger.Data.Checks;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Data.Closing;

/// <summary>Looks for what a careful treasurer clears before a year is closed, as the books stood on its last day.</summary>
sealed class ClosingChecklist(Ledger ledger, DateOnly end)
{
    /// <summary>A rate older than this on 31 December is not that day's: rates are published each month.</summary>
    const int OldestRateInDays = 31;

    const int MostNamed = 5;

    /// <summary>
    /// Claims as they stood at the end of the year: as they stand now, less what was posted with a later day. A CROSS JOIN keeps
    /// SQLite to its order: the few later entries first, then their postings.
    /// </summary>
    const string Claims = """
        SELECT pledge, instalment, account, due, currency, amount, usd FROM claim WHERE amount <> 0 OR usd <> 0
        UNION ALL
        SELECT s.pledge, s.instalment, s.account, s.due, s.currency, -s.amount, -s.usd
        FROM entry e CROSS JOIN posting s WHERE s.entry = e.number AND e.date > @end AND s.pledge <> 0
        """;

    /// <summary>The same of what no allocation explains.</summary>
    const string Receipts = """
        SELECT payment, currency, amount, usd FROM receipt WHERE amount <> 0 OR usd <> 0
        UNION ALL
        SELECT s.payment, s.currency, s.amount, s.usd
        FROM entry e CROSS JOIN posting s WHERE s.entry = e.number AND e.date > @end AND s.payment <> 0
        """;

    /// <summary>The checks of the figures look at every posting, which takes its time in a large ledger.</summary>
    internal ImmutableArray<Finding> Findings(bool withChecks) =>
    [
        .. new[]
        {
            Found(FindingKind.UnsignedPledges, Promises("s.account IN ('announced', 'pledged')", "g.reference")),
            Found(FindingKind.OverdueInstalments, Promises("s.account IN ('pledged', 'receivable') AND s.due <= @end",
                "g.reference || '#' || s.instalment")),
            Found(FindingKind.UnallocatedReceipts, Unallocated()),
            Found(FindingKind.MissingRates, Currencies()),
            Found(FindingKind.WaitingProposals, ledger.Proposals.Waiting()
                .Select(proposal => new Item { Name = proposal.Number.ToString(CultureInfo.InvariantCulture) })),
            Found(FindingKind.FailedChecks, ledger.Checks.Run(withChecks ? LedgerChecks.OfFigures : [])
                .SelectMany(check => check.Problems.Select(_ => new Item { Name = check.Name }))),
            Found(FindingKind.OpeningBalances, ledger.Statements.OpeningDifferences(end.Year)
                .Select(one => new Item { Name = one.Fund, Usd = (one.Stated - one.Closing).MinorUnits })),
        }.OfType<Finding>(),
    ];

    /// <summary>
    /// Whether agreements in other currencies were open at the end of the year and none was revalued at its rate: after the closing
    /// it cannot be done.
    /// </summary>
    internal bool IsUnrevalued() => ledger.Single<long>($"""
        SELECT CASE WHEN EXISTS (SELECT 1 FROM entry e WHERE e.kind = 'revaluation' AND e.date = @end
                                 AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = e.number AND r.reverses <> 0)) THEN 0
               ELSE (SELECT COUNT(*) FROM (
                   SELECT s.pledge FROM ({Claims}) s JOIN pledge g ON g.entry = s.pledge
                   WHERE s.account = 'receivable' AND s.currency <> 'USD' AND g.form = 'monetary'
                   GROUP BY s.pledge HAVING SUM(s.amount) > 0 LIMIT 1) k) END
        """, new { end }) != 0;

    static Finding? Found(FindingKind kind, IEnumerable<Item> items)
    {
        var all = items.ToArray();
        if (all.Length == 0) return null;
        var names = all.Select(item => item.Name).Distinct().ToArray();
        var detail = string.Join(", ", names.Take(MostNamed));
        if (names.Length > MostNamed) detail += FormattableString.Invariant($" and {names.Length - MostNamed:N0} more");
        return new Finding(kind, all.Length, Amount.Usd(all.Sum(item => item.Usd)), detail);
    }

    /// <summary>What was still promised at the end of the year, the largest first.</summary>
    IEnumerable<Item> Promises(string condition, string name) => ledger.Query<Item>($"""
        SELECT {name} AS name, SUM(s.usd) AS usd
        FROM ({Claims}) s JOIN pledge g ON g.entry = s.pledge
        WHERE {condition}
        GROUP BY {name}, s.pledge HAVING SUM(s.amount) <> 0 ORDER BY SUM(s.usd) DESC, s.pledge
        """, new { end });

    IEnumerable<Item> Unallocated() => ledger.Query<Item>($"""
        SELECT p.reference AS name, SUM(s.usd) AS usd
        FROM ({Receipts}) s JOIN payment p ON p.entry = s.payment
        GROUP BY p.reference, s.payment HAVING SUM(s.amount) <> 0 ORDER BY SUM(s.usd) DESC, s.payment
        """, new { end });

    /// <summary>Currencies in which something was open at the end of the year, where the newest rate is not that day's.</summary>
    IEnumerable<Item> Currencies() => ledger.Query<string>($"""
        SELECT currency FROM ({Claims}) c WHERE currency <> 'USD' GROUP BY currency, pledge HAVING SUM(amount) <> 0
        UNION
        SELECT currency FROM ({Receipts}) r WHERE currency <> 'USD' GROUP BY currency, payment HAVING SUM(amount) <> 0
        """, new { end }).Order(StringComparer.Ordinal)
        .Where(code => ledger.Standing.Rates.On(end, Currency.Of(code)) is var rate
            && (rate.IsRefused || rate.Value.Effective < end.AddDays(-OldestRateInDays)))
        .Select(code => new Item { Name = code });

    sealed class Item
    {
        public string Name { get; init; } = "";
        public long Usd { get; init; }
    }
}
