using System.Collections.Immutable;
using FundLedger.Data.Donors;
using FundLedger.Donors;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Reports;
using FundLedger.Web.Forms;
using FundLedger.Web.Lists;
using FundLedger.Web.Visits;

namespace FundLedger.Web.Pages.Donors;

/// <summary>All donors, and where each stands.</summary>
public sealed class IndexPage(KnownTotals totalsKnown) : ListPage<DonorLine>
{
    FoundDonors Found => field ??= totalsKnown.Of(Ledger, (Filter, Ledger.Today, Visit.Language), asked =>
        Ledger.DonorLines.List(asked.Filter, asked.Today, Ledger.Journal.Known().Value, asked.Language));

    DonorFilter Filter => new()
    {
        Text = Address["text"],
        Kind = Form.OneOf<DonorKind>("kind"),
        Region = Form.OneOf<RegionalGroup>("region"),
        Fund = Address["fund"],
        Standing = Form.OneOf<DonorStanding>("standing"),
    };

    public IEnumerable<Choice> Kinds => Choices<DonorKind>("donor-kind");

    public IEnumerable<Choice> Regions => Choices<RegionalGroup>("region");

    public IEnumerable<Choice> Standings => Choices<DonorStanding>("donor-standing");

    protected override string Name => "donors";

    protected override string UsualOrder => "name";

    protected override ImmutableArray<ListColumn<DonorLine>> Columns =>
    [
        new("name", ColumnKind.Text, line => new TextCell(line.Name) { Link = $"/donors/{line.Code}" }) { Sorts = true },
        new("code", ColumnKind.Text, line => line.Code) { Sorts = true },
        new("kind", ColumnKind.Text, line => WordOf("donor-kind", line.Donor.Kind)) { Sorts = true },
        new("region", ColumnKind.Text, line => line.Donor.Region is { } region ? WordOf("region-short", region) : "") { Sorts = true },
        Figure("pledged", line => line.Position.Pledged),
        Figure("paid", line => line.Position.Paid),
        Figure("outstanding", line => line.Position.Outstanding),
        Figure("overdue", line => line.Overdue) with { Mark = line => line.Overdue.IsZero ? null : "overdue" },
        Figure("received", line => line.Position.Received),
    ];

    protected override ListPart<DonorLine> Part() => Numbered(Ordered(Found.Lines), [new ListTotal(Words["row.total"],
        new Dictionary<string, Cell>
        {
            ["pledged"] = Found.Total.Pledged,
            ["paid"] = Found.Total.Paid,
            ["outstanding"] = Found.Total.Outstanding,
            ["overdue"] = Found.Overdue,
            ["received"] = Found.Total.Received,
        })]);

    protected override IEnumerable<DonorLine> All() => Ordered(Found.Lines);

    static ListColumn<DonorLine> Figure(string key, Func<DonorLine, Amount> of) => new(key, ColumnKind.WholeDollars, line => of(line))
    { Sorts = true };
}
