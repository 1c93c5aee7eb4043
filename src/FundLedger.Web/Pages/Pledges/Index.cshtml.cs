using System.Collections.Immutable;
using FundLedger.Data.Lists;
using FundLedger.Data.Reports;
using FundLedger.Journal;
using FundLedger.Pledges;
using FundLedger.Reports;
using FundLedger.Web.Forms;
using FundLedger.Web.Lists;
using FundLedger.Web.Visits;

namespace FundLedger.Web.Pages.Pledges;

/// <summary>All pledges and what became of them.</summary>
public sealed class IndexPage(KnownTotals totalsKnown) : ListPage<PledgeLine>
{
    public IEnumerable<Choice> Rungs => Choices<Rung>("rung");

    public IEnumerable<Choice> Shows => [new("open", Words["show.open"]), new("overdue", Words["show.overdue"])];

    protected override string Name => "pledges";

    protected override string UsualOrder => "date";

    protected override ImmutableArray<ListColumn<PledgeLine>> Columns => PledgeColumns.Of(this);

    PledgeFilter Filter
    {
        get
        {
            var narrowed = Narrowing.Of(this);
            return new PledgeFilter
            {
                Text = Address["text"],
                Donor = narrowed.Donor,
                Fund = Address["fund"],
                From = narrowed.From,
                To = narrowed.To,
                Rung = Form.OneOf<Rung>("rung"),
                OpenOnly = Form["show"] == "open",
                OverdueAt = Form["show"] == "overdue" ? Form.Day("due-to", Ledger.Today)?.AddDays(1) ?? Ledger.Today : null,
                DueFrom = Form.Day("due-from", Ledger.Today) ?? DateOnly.MinValue,
                Order = Order == "usd" ? LineOrder.Usd : LineOrder.Date,
                IsAscending = !IsDescending,
                Place = Place,
                Take = PageSize,
            };
        }
    }

    protected override ListPart<PledgeLine> Part()
    {
        var known = Ledger.Journal.Known().Value;
        var totals = totalsKnown.OfLines(Ledger, Filter, Ledger.PledgeLines.Totals);
        return Placed(Ledger.PledgeLines.PageAt(Filter, DateOnly.MaxValue, known), line => line.Entry,
            PledgeColumns.Totals(this, totals), totals.Sum(total => total.Count));
    }

    protected override IEnumerable<PledgeLine> All()
    {
        var known = Ledger.Journal.Known().Value;
        return Through(place => Ledger.PledgeLines.PageAt(
            Filter with { Place = place, Take = 1000 }, DateOnly.MaxValue, known), line => line.Entry);
    }
}
