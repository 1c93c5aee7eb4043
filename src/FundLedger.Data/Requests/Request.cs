using System.Text.Json.Serialization;
using FundLedger.Checks;
using FundLedger.Data.Approvals;
using FundLedger.Data.Closing;
using FundLedger.Data.Donors;
using FundLedger.Data.Funds;
using FundLedger.Data.Journal;
using FundLedger.Data.Payments;
using FundLedger.Data.Pledges;
using FundLedger.Data.Rates;
using FundLedger.Data.Reports;
using FundLedger.Data.Users;
using FundLedger.Journal;

namespace FundLedger.Data.Requests;

/// <summary>
/// Something that the ledger is asked to record, as a value: it is run at once, or kept as a proposal and run when a second
/// person has approved it. Its name in JSON stays as it is for ever: proposals are kept in the ledger.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "request")]
[JsonDerivedType(typeof(AddPledge), "add-pledge")]
[JsonDerivedType(typeof(ClimbPledge), "climb-pledge")]
[JsonDerivedType(typeof(AmendPledge), "amend-pledge")]
[JsonDerivedType(typeof(CancelPledge), "cancel-pledge")]
[JsonDerivedType(typeof(WriteOffPledge), "write-off-pledge")]
[JsonDerivedType(typeof(AddPayment), "add-payment")]
[JsonDerivedType(typeof(AddPayments), "add-payments")]
[JsonDerivedType(typeof(AllocatePayment), "allocate-payment")]
[JsonDerivedType(typeof(RefundPayment), "refund-payment")]
[JsonDerivedType(typeof(ReversePayment), "reverse-payment")]
[JsonDerivedType(typeof(ReverseEntry), "reverse-entry")]
[JsonDerivedType(typeof(UndoImport), "undo-import")]
[JsonDerivedType(typeof(AddRates), "add-rates")]
[JsonDerivedType(typeof(SetSetting), "set-setting")]
[JsonDerivedType(typeof(AddDonors), "add-donors")]
[JsonDerivedType(typeof(AddDonor), "add-donor")]
[JsonDerivedType(typeof(ChangeDonor), "change-donor")]
[JsonDerivedType(typeof(EraseContact), "erase-contact")]
[JsonDerivedType(typeof(ChangeFund), "change-fund")]
[JsonDerivedType(typeof(CloseBooks), "close-year")]
[JsonDerivedType(typeof(ReopenBooks), "reopen-year")]
[JsonDerivedType(typeof(AddPerson), "add-person")]
[JsonDerivedType(typeof(ChangePerson), "change-person")]
[JsonDerivedType(typeof(SetApprovalRule), "set-approval-rule")]
[JsonDerivedType(typeof(ApproveProposal), "approve-proposal")]
[JsonDerivedType(typeof(RejectProposal), "reject-proposal")]
[JsonDerivedType(typeof(IssueReport), "issue-report")]
public abstract record Request
{
    /// <summary>Runs the request when it was approved, and tells what was recorded.</summary>
    internal abstract Outcome<Recorded> RunApproved(Ledger ledger, Writing writing);
}

/// <summary>A request with what it answers.</summary>
public abstract record Request<T> : Request
{
    internal abstract Outcome<T> Run(Ledger ledger, Writing writing);

    /// <summary>The answer while the request waits for approval as a proposal.</summary>
    internal abstract T Waiting(Recorded proposal);
}

/// <summary>A request that answers with what was recorded, as most do.</summary>
public abstract record RecordRequest : Request<Recorded>
{
    internal sealed override Outcome<Recorded> RunApproved(Ledger ledger, Writing writing) => Run(ledger, writing);

    internal sealed override Recorded Waiting(Recorded proposal) => proposal;
}
