using System.Collections.Immutable;
using FundLedger.Approvals;
using FundLedger.Reports;
using FundLedger.Web.Access;
using FundLedger.Web.Lists;

namespace FundLedger.Web.Pages.Approvals;

/// <summary>All proposals, and what became of each.</summary>
[Asks(AllFunds = true)]
public sealed class DecidedPage : ListPage<ProposalState>
{
    protected override string Name => "approvals-decided";

    protected override string UsualOrder => "entry";

    protected override ImmutableArray<ListColumn<ProposalState>> Columns =>
    [
        new("entry", ColumnKind.Count, one => new CountCell(one.Number) { Link = $"/entries/{one.Number}" }) { Sorts = true },
        new("what", ColumnKind.Text, one => one.Text),
        new("by", ColumnKind.Text, one => one.ProposedBy) { Sorts = true },
        new("at", ColumnKind.Text, one => Moment(one.ProposedAt)) { Sorts = true },
        new("state", ColumnKind.Text, one => one.Verdict is { } verdict ? WordOf("verdict", verdict) : Words["approvals.waits"])
        { Sorts = true, Mark = one => one.Verdict switch { null => "waiting", Verdict.Approved => "done", _ => "reversed" } },
        new("decided-by", ColumnKind.Text, one => one.DecidedBy ?? "") { Sorts = true },
        new("decided-at", ColumnKind.Text, one => one.DecidedAt is { } at ? Moment(at) : ""),
        new("reason", ColumnKind.Text, one => one.DecidedReason ?? ""),
        new("posted", ColumnKind.Count, one => one.Posted == 0 ? Cell.Empty
            : new CountCell(one.Posted) { Link = $"/entries/{one.Posted}" }),
    ];

    protected override ListPart<ProposalState> Part() => Numbered(Ordered(Ledger.Proposals.All()), []);

    protected override IEnumerable<ProposalState> All() => Ordered(Ledger.Proposals.All());
}
