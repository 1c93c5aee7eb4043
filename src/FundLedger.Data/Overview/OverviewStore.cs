using System.Collections.Immutable;
using FundLedger.Approvals;
using FundLedger.Money;

namespace FundLedger.Data.Overview;

/// <summary>How long claims have been overdue at a day.</summary>
public enum Lateness
{
    UpToThreeMonths,
    UpToOneYear,
    UpToTwoYears,
    Longer,
}

/// <summary>What fell due and is open, of one age: how many instalments, how much in US$, and the days between which it fell due.</summary>
public sealed record OverdueBand(Lateness Lateness, long Instalments, Amount Usd, DateOnly? From, DateOnly To);

/// <summary>What the bank received that nothing explains, in one currency.</summary>
public sealed record UnmatchedTotal(Currency Currency, long Lines, Amount Amount, DateOnly Oldest);

/// <summary>What needs somebody: overdue promises, unexplained lines of the bank, proposals, receipts that settle nothing.</summary>
public sealed class OverviewStore(Ledger ledger)
{
    /// <summary>What was promised in writing, fell due before the day and is open, by how long ago.</summary>
    public ImmutableArray<OverdueBand> Overdue(DateOnly today)
    {
        DateOnly[] ends = [today.AddMonths(-3), today.AddYears(-1), today.AddYears(-2)];
        var rows = ledger.Query<(string Band, long Instalments, long Usd)>($"""
            SELECT CASE WHEN due >= @first THEN '0' WHEN due >= @second THEN '1' WHEN due >= @third THEN '2' ELSE '3' END AS band,
                   COUNT(*) AS instalments, SUM(usd) AS usd
            FROM claim
            WHERE amount <> 0 AND due < @today AND account IN ('pledged', 'receivable') AND {ledger.InScope("fund")}
            GROUP BY 1
            """, new { today, first = ends[0], second = ends[1], third = ends[2], scope = ledger.ScopeCodes })
            .ToDictionary(row => int.Parse(row.Band, System.Globalization.CultureInfo.InvariantCulture));
        return
        [
            .. Enum.GetValues<Lateness>().Select(band =>
            {
                var row = rows.GetValueOrDefault((int)band);
                return new OverdueBand(band, row.Instalments, Amount.Usd(row.Usd), (int)band < ends.Length ? ends[(int)band] : null,
                    band == 0 ? today.AddDays(-1) : ends[(int)band - 1].AddDays(-1));
            }),
        ];
    }

    /// <summary>
    /// Lines of the bank that nothing explains. They belong to no fund yet, so that only who sees all funds sees them.
    /// </summary>
    public ImmutableArray<UnmatchedTotal> Unmatched() => !ledger.Scope.IsAll ? [] :
    [
        .. ledger.Query<(string Currency, long Lines, long Amount, DateOnly Oldest)>("""
            SELECT l.currency, COUNT(*) AS lines, SUM(l.amount) AS amount, MIN(l.day) AS oldest FROM standing_line l
            WHERE NOT EXISTS (SELECT 1 FROM standing_match m
                              WHERE m.bank_entry = l.entry AND m.bank_line = l.line AND m.matched <> 0)
            GROUP BY l.currency ORDER BY l.currency
            """).Select(row => new UnmatchedTotal(Currency.Of(row.Currency), row.Lines,
                new Amount(row.Amount, Currency.Of(row.Currency)), row.Oldest)),
    ];

    /// <summary>
    /// Proposals that wait for a person: those he may decide. Proposals name no fund of their own, so that who is limited to
    /// some sees those that he made himself.
    /// </summary>
    public ImmutableArray<ProposalState> WaitingFor(string name)
    {
        var persons = ledger.Users.List();
        return [.. ledger.Proposals.Waiting().Where(proposal => proposal.Objection(name, Verdict.Approved, persons) is null
            && (ledger.Scope.IsAll || proposal.ProposedBy == name))];
    }

    /// <summary>Receipts of which something settles nothing yet: how many and how much, in US$.</summary>
    public (long Receipts, Amount Usd) Unallocated()
    {
        var row = ledger.Single<(long Receipts, long Usd)>(
            $"SELECT COUNT(*), COALESCE(SUM(usd), 0) FROM receipt WHERE amount <> 0 AND {ledger.InScope("fund")}",
            new { scope = ledger.ScopeCodes });
        return (row.Receipts, Amount.Usd(row.Usd));
    }
}
