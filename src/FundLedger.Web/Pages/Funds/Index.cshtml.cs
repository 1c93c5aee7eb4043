using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Reports;
using FundLedger.Reports.Status;
using FundLedger.Web.Forms;
using FundLedger.Web.Lists;

namespace FundLedger.Web.Pages.Funds;

/// <summary>The funds that the person may see, and where each stands: what <c>fundledger status</c> prints.</summary>
public sealed class IndexPage : ListPage<StatusRow>
{
    StatusReport Status => field ??= FundStatus.Read(this, null, Year);

    public IEnumerable<Choice> Years => FundStatus.Read(this, null, null).ByYear.Reverse()
        .Select(row => row.Year!.Value.ToString(CultureInfo.InvariantCulture)).Select(year => new Choice(year, year));

    protected override string Name => "funds";

    protected override string UsualOrder => "fund";

    protected override ImmutableArray<ListColumn<StatusRow>> Columns =>
    [
        new("fund", ColumnKind.Text, row => new TextCell(row.Fund!) { Link = $"/funds/{row.Fund}" }),
        new("name", ColumnKind.Text, row => row.Name ?? ""),
        .. FundStatus.Columns(row => "fund=" + row.Fund),
    ];

    int? Year => int.TryParse(Address["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    protected override ListPart<StatusRow> Part() => new([.. All()]) { Totals = [FundStatus.Total(Words, Status.Total)] };

    protected override IEnumerable<StatusRow> All() => Status.ByFund;
}
