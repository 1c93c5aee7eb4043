using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Approvals;
using FundLedger.Checks;
using FundLedger.Data.Approvals;
using FundLedger.Data.Audit;
using FundLedger.Journal;
using FundLedger.Reports;
using FundLedger.Web.Access;
using FundLedger.Web.Lists;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Approvals;

/// <summary>What waits for a second person, with before and after; approved, rejected or withdrawn by one key.</summary>
[Asks(ToChange = Right.Own)]
public sealed class IndexPage : DeskPage
{
    /// <summary>Proposals that wait; who is limited to funds sees those that move nothing outside them.</summary>
    public ImmutableArray<ProposalState> Waiting => field.IsDefault
        ? field = [.. Ledger.Proposals.Waiting().Where(proposal => Visit.SeesAllFunds || IsWithin(proposal.Number))] : field;

    public ProposalState? Chosen => Waiting.FirstOrDefault(one => Number(one) == Address["proposal"]) ?? Waiting.FirstOrDefault();

    /// <summary>What approving the chosen one would do, or why it cannot be done any more.</summary>
    public Outcome<ProposalEffect>? Effect => field ??= Chosen is { } chosen ? Ledger.Proposals.Effect(chosen.Number) : null;

    public Problem? Objection => Chosen?.Objection(Visit.Name, Verdict.Approved, Ledger.Users.List());

    public bool IsOwn => Chosen?.ProposedBy == Visit.Name;

    public bool MayReject => Chosen?.Objection(Visit.Name, Verdict.Rejected, Ledger.Users.List()) is null;

    public ListView Postings => ListOf<Posting>("postings",
    [
        new("account", ColumnKind.Text, posting => Word.Of(posting.Account)), new("fund", ColumnKind.Text, posting => posting.Fund),
        new("donor", ColumnKind.Text, posting => posting.Donor.Length == 0 ? "" : DonorName(posting.Donor)),
        new("currency", ColumnKind.Text, posting => posting.Amount.Currency.Code),
        new("amount", ColumnKind.Money, posting => posting.Amount), new("usd", ColumnKind.Dollars, posting => posting.Usd),
    ], Effect!.Value.Postings);

    public ListView Pledges => ListOf<PledgeBalance>("pledges-moved",
    [
        new("pledge", ColumnKind.Text, one => new TextCell(one.Reference) { Link = $"/pledges/{one.Pledge}" }),
        new("donor", ColumnKind.Text, one => DonorName(one.Donor)), new("currency", ColumnKind.Text, one => one.Before.Currency.Code),
        new("before", ColumnKind.Money, one => one.Before), new("after", ColumnKind.Money, one => one.After),
    ], Effect!.Value.Pledges);

    public ListView Changes => ListOf<Change>("changes",
    [
        new("record", ColumnKind.Text, one => one.Record), new("field", ColumnKind.Text, one => one.Field ?? ""),
        new("before", ColumnKind.Text, one => one.Before ?? ""), new("after", ColumnKind.Text, one => one.After ?? ""),
    ], Effect!.Value.Changes);

    public void OnGet() => Title = Words["page.approvals"];

    public IActionResult OnPost()
    {
        Title = Words["page.approvals"];
        if (!long.TryParse(Form["proposal"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || Waiting.All(one => one.Number != number)) return NotFound();
        return Done(Form["do"] == "approve" ? Ledger.Proposals.Approve(number, Author())
            : Ledger.Proposals.Reject(number, Form["reject-reason"], Author()), _ => "/approvals");
    }

    public static string Number(ProposalState proposal) => proposal.Number.ToString(CultureInfo.InvariantCulture);

    bool IsWithin(long number) => Ledger.Proposals.Effect(number) is { IsRefused: false, Value.Funds: { IsEmpty: false } funds }
        && funds.All(Ledger.Scope.Allows);
}
