using System.Collections.Immutable;
using FundLedger.Data.Lists;
using FundLedger.Data.Payments;
using FundLedger.Web.Forms;
using FundLedger.Web.Lists;
using FundLedger.Web.Visits;

namespace FundLedger.Web.Pages.Payments;

/// <summary>All payments. A page of it costs the same whatever their number; what they come to is remembered until one is added.</summary>
public sealed class IndexPage(KnownTotals known) : ListPage<PaymentLine>
{
    public IEnumerable<Choice> Shows => [new("unallocated", Words["show.unallocated"])];

    protected override string Name => "payments";

    protected override string UsualOrder => "date";

    protected override ImmutableArray<ListColumn<PaymentLine>> Columns => PaymentColumns.Of(this);

    PaymentFilter Filter
    {
        get
        {
            var narrowed = Narrowing.Of(this);
            return new PaymentFilter
            {
                Text = Address["text"],
                Donor = narrowed.Donor,
                Fund = Address["fund"],
                From = narrowed.From,
                To = narrowed.To,
                UnallocatedOnly = Form["show"] == "unallocated",
                Order = Order == "usd" ? LineOrder.Usd : LineOrder.Date,
                IsAscending = !IsDescending,
                Place = Place,
                Take = PageSize,
            };
        }
    }

    protected override ListPart<PaymentLine> Part()
    {
        var filter = Filter;
        var totals = known.OfLines(Ledger, filter, Ledger.Payments.Totals);
        return Placed(Ledger.Payments.PageAt(filter), line => line.Entry,
            PaymentColumns.Totals(this, totals), totals.Sum(total => total.Count));
    }

    protected override IEnumerable<PaymentLine> All() =>
        Through(place => Ledger.Payments.PageAt(Filter with { Place = place, Take = 1000 }), line => line.Entry);
}
