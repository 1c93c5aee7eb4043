using System.Collections.Immutable;
using FundLedger.Data.Lists;
using FundLedger.Data.Payments;
using FundLedger.Reports;
using FundLedger.Web.Lists;

namespace FundLedger.Web.Pages.Payments;

/// <summary>The columns of payments, the same in every list of them.</summary>
static class PaymentColumns
{
    internal static ImmutableArray<ListColumn<PaymentLine>> Of(DeskPage page) =>
    [
        new("reference", ColumnKind.Text, line => new TextCell(line.Reference) { Link = $"/payments/{line.Entry}" }),
        new("date", ColumnKind.Date, line => line.Date) { Sorts = true },
        new("donor", ColumnKind.Text, line => new TextCell(page.DonorName(line.Donor)) { Link = $"/donors/{line.Donor}" }),
        new("fund", ColumnKind.Text, line => new TextCell(line.Fund) { Link = $"/funds/{line.Fund}" }),
        new("standing", ColumnKind.Text, line => page.Words["payment." + Standing(line)]) { Mark = Standing },
        new("currency", ColumnKind.Text, line => line.Currency.Code),
        new("amount", ColumnKind.Money, line => line.Amount),
        new("usd", ColumnKind.Dollars, line => line.Usd) { Sorts = true },
        new("unallocated", ColumnKind.Money, line => line.Unallocated),
    ];

    internal static IReadOnlyList<ListTotal> Totals(DeskPage page, ImmutableArray<CurrencyTotal> totals) =>
    [
        .. totals.Select(total => new ListTotal(page.Words["row.total"], new Dictionary<string, Cell>
        {
            ["currency"] = total.Currency.Code,
            ["amount"] = total.Amount,
            ["usd"] = total.Usd,
        })),
    ];

    internal static string Standing(PaymentLine line) =>
        line.ReversedBy != 0 ? "reversed" : line.Unallocated.IsZero ? "done" : "unallocated";
}
