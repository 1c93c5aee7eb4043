using System.Collections.Immutable;
using FundLedger.Approvals;
using FundLedger.Closing;
using FundLedger.Bank;
using FundLedger.Donors;
using FundLedger.Funds;
using FundLedger.Journal;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Rates;
using FundLedger.Reports.Issued;
using FundLedger.Statements;
using FundLedger.Users;

namespace FundLedger.Data.Journal;

/// <summary>Every kind of record that an entry can have: what is sealed, and what is read back to prove it.</summary>
static class Shapes
{
    internal static ImmutableArray<RecordShape> All { get; } =
    [
        Posting.Shape, Pledge.Shape, Instalment.Shape, Payment.Shape, Allocation.Shape, Fund.Shape, Donor.Shape, Rate.Shape,
        Setting.Shape, Batch.Shape, StatementLine.Shape, YearClosing.Shape, Finding.Shape, Person.Shape, ApprovalRule.Shape,
        Proposal.Shape, Decision.Shape, IssuedReport.Shape, Attachment.Shape, StatementRecord.Shape, LineRecord.Shape, BankMatch.Shape,
        Enclosure.Shape,
    ];
}
