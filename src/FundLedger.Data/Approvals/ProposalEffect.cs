using System.Collections.Immutable;
using FundLedger.Data.Audit;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Data.Approvals;

/// <summary>What is open of a pledge before and after a proposal.</summary>
public sealed record PledgeBalance(long Pledge, string Reference, string Donor, string Fund, Amount Before, Amount After);

/// <summary>
/// What approving a proposal would do now: the line it would be recorded with, the reason that its proposer gave, the postings,
/// the fields of standing data with before and after, and the first pledges that it moves.
/// </summary>
public sealed record ProposalEffect(
    string Text, string? Reason, ImmutableArray<Posting> Postings, ImmutableArray<Change> Changes,
    ImmutableArray<PledgeBalance> Pledges)
{
    const int MostPledges = 20;

    /// <summary>The funds that it moves; none where it changes standing data.</summary>
    public ImmutableArray<string> Funds => [.. Postings.Select(posting => posting.Fund).Distinct()];

    /// <summary>Read while the entry stands in a transaction that will not be kept.</summary>
    internal static ProposalEffect Of(Ledger ledger, Recorded done)
    {
        var postings = ledger.Journal.Postings(done.Entry);
        var pledges = postings.Select(posting => posting.Pledge).Where(pledge => pledge != 0).Distinct().Take(MostPledges);
        var header = ledger.Journal.Header(done.Entry);
        ImmutableArray<Change> changes = header is null ? [] : [.. ChangedRecord.ChangesOf(ledger, header)];
        return new ProposalEffect(done.Text, header?.Reason, postings, changes,
            [.. pledges.Select(pledge => Balance(ledger, pledge, postings)).OfType<PledgeBalance>()]);
    }

    /// <summary>What is open after it, and before: less what the entry moved of the pledge's claims.</summary>
    static PledgeBalance? Balance(Ledger ledger, long pledge, ImmutableArray<Posting> postings)
    {
        var row = ledger.Single<OpenRow>("""
            SELECT g.reference, g.donor, g.fund, g.currency,
                   COALESCE((SELECT SUM(c.amount) FROM claim c WHERE c.pledge = g.entry), 0) AS amount
            FROM pledge g WHERE g.entry = @pledge
            """, new { pledge });
        if (row is null) return null;
        var after = new Amount(row.Amount, row.Currency);
        var moved = postings.Where(posting => posting.Pledge == pledge && posting.Account.IsClaim())
            .Aggregate(Amount.Zero(row.Currency), (sum, posting) => sum + posting.Amount);
        return new PledgeBalance(pledge, row.Reference, row.Donor, row.Fund, after - moved, after);
    }

    sealed class OpenRow
    {
        public string Reference { get; init; } = "";
        public string Donor { get; init; } = "";
        public string Fund { get; init; } = "";
        public Currency Currency { get; init; } = Currency.Usd;
        public long Amount { get; init; }
    }
}
