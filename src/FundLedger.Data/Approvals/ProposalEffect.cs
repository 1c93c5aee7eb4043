using System.Collections.Immutable;
using FundLedger.Data.Audit;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Data.Approvals;

/// <summary>What is open of a pledge before and after a proposal.</summary>
public sealed record PledgeBalance(long Pledge, string Reference, string Donor, string Fund, Amount Before, Amount After);

/// <summary>
/// What approving a proposal would do now: the line it would be recorded with, the reason that its proposer gave, the first of
/// the postings, the funds that all of them move (none where it changes standing data), the fields of standing data with before
/// and after, and the first pledges that it moves.
/// </summary>
public sealed record ProposalEffect(
    string Text, string? Reason, ImmutableArray<Posting> Postings, ImmutableArray<string> Funds, ImmutableArray<Change> Changes,
    ImmutableArray<PledgeBalance> Pledges)
{
    const int MostPledges = 20;

    /// <summary>
    /// Read while the entries stand in a transaction that will not be kept; <paramref name="before"/> is the last entry before them.
    /// </summary>
    internal static ProposalEffect Of(Ledger ledger, Recorded done, long before)
    {
        var postings = ledger.Journal.PostedSince(before);
        var pledges = postings.Select(posting => posting.Pledge).Where(pledge => pledge != 0).Distinct().Take(MostPledges);
        var header = ledger.Journal.Header(done.Entry);
        ImmutableArray<Change> changes = header is null ? [] : [.. ChangedRecord.ChangesOf(ledger, header)];
        return new ProposalEffect(done.Text, header?.Reason, postings,
            [.. ledger.Query<string>("SELECT DISTINCT fund FROM posting WHERE entry > @before ORDER BY fund", new { before })], changes,
            [.. pledges.Select(pledge => Balance(ledger, pledge, before)).OfType<PledgeBalance>()]);
    }

    /// <summary>What is open after it, and before: less what was moved of the pledge's claims.</summary>
    static PledgeBalance? Balance(Ledger ledger, long pledge, long before) => ledger.Single<OpenRow>("""
        SELECT g.reference, g.donor, g.fund, g.currency,
               COALESCE((SELECT SUM(c.amount) FROM claim c WHERE c.pledge = g.entry), 0) AS amount,
               COALESCE((SELECT SUM(s.amount) FROM posting s WHERE s.pledge = g.entry AND s.pledge <> 0 AND s.entry > @before
                         AND s.account IN ('announced', 'pledged', 'receivable')), 0) AS moved
        FROM pledge g WHERE g.entry = @pledge
        """, new { pledge, before }) is { } row
        ? new PledgeBalance(pledge, row.Reference, row.Donor, row.Fund, new Amount(row.Amount - row.Moved, row.Currency),
            new Amount(row.Amount, row.Currency))
        : null;

    sealed class OpenRow
    {
        public string Reference { get; init; } = "";
        public string Donor { get; init; } = "";
        public string Fund { get; init; } = "";
        public Currency Currency { get; init; } = Currency.Usd;
        public long Amount { get; init; }
        public long Moved { get; init; }
    }
}
