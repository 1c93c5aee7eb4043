using FundLedger.Approvals;
using FundLedger.Checks;
using FundLedger.Data.Requests;
using FundLedger.Journal;

namespace FundLedger.Data.Approvals;

public sealed record SetApprovalRule(ApprovalRule Rule, string? Reason) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) => ledger.Approvals.Set(this, writing);
}

public sealed record ApproveProposal(long Proposal) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) => ledger.Proposals.Approve(Proposal, writing);
}

/// <summary>Rejects a proposal, or withdraws it where it is one's own.</summary>
public sealed record RejectProposal(long Proposal, string Reason) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) => ledger.Proposals.Reject(Proposal, Reason, writing);
}
