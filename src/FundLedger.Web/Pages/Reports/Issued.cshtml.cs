using System.Collections.Immutable;
using FundLedger.Data.Reports;
using FundLedger.Reports;
using FundLedger.Web.Lists;
using FundLedger.Web.Reports;

namespace FundLedger.Web.Pages.Reports;

/// <summary>Reports that were handed out, and whether each would say the same today.</summary>
public sealed class IssuedPage : ListPage<ReportOnRecord>
{
    HashSet<long> Drifted => field ??= Ledger.Reports.Drift() is { IsRefused: false } drift
        ? [.. drift.Value.Select(report => report.Issued.Entry)] : [];

    protected override string Name => "reports-issued";

    protected override string UsualOrder => "entry";

    protected override ImmutableArray<ListColumn<ReportOnRecord>> Columns =>
    [
        new("document", ColumnKind.Text, one => new TextCell(one.Report.Id) { Link = $"/reports/issued/{one.Entry}" }) { Sorts = true },
        new("report", ColumnKind.Text, one => one.Report.Name) { Sorts = true },
        new("parameters", ColumnKind.Text, one => one.Report.Parameters) { Sorts = true },
        new("as-at", ColumnKind.Date, one => one.Report.AsAt) { Sorts = true },
        new("at", ColumnKind.Text, one => Moment(one.IssuedAt)) { Sorts = true },
        new("by", ColumnKind.Text, one => one.IssuedBy) { Sorts = true },
        new("state", ColumnKind.Text, one => Words[Drifted.Contains(one.Entry) ? "report.drifted" : "report.holds"])
        { Sorts = true, Mark = one => Drifted.Contains(one.Entry) ? "overdue" : "done" },
        new("entry", ColumnKind.Count, one => new CountCell(one.Entry) { Link = $"/entries/{one.Entry}" }) { Sorts = true },
    ];

    protected override ListPart<ReportOnRecord> Part() => Numbered(Ordered(Visible()), []);

    protected override IEnumerable<ReportOnRecord> All() => Ordered(Visible());

    ReportOnRecord[] Visible() => [.. Ledger.Reports.All().Where(one => ReportAsked.IsWithin(Ledger, one.Report.Fund))];
}
