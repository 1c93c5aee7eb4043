using System.Collections.Immutable;
using FundLedger.Data.Lists;
using FundLedger.Journal;
using FundLedger.Reports;
using FundLedger.Web.Lists;

namespace FundLedger.Web.Pages.Pledges;

/// <summary>The columns of pledges, the same in every list of them.</summary>
static class PledgeColumns
{
    internal static ImmutableArray<ListColumn<PledgeLine>> Of(DeskPage page) =>
    [
        new("reference", ColumnKind.Text, line => new TextCell(line.Reference) { Link = $"/pledges/{line.Entry}" }),
        new("date", ColumnKind.Date, line => line.Date) { Sorts = true },
        new("donor", ColumnKind.Text, line => new TextCell(page.DonorName(line.Donor)) { Link = $"/donors/{line.Donor}" }),
        new("fund", ColumnKind.Text, line => new TextCell(line.Fund) { Link = $"/funds/{line.Fund}" }),
        new("standing", ColumnKind.Text, line => page.WordOf("standing", line.StandingOn(page.Ledger.Today)))
        { Mark = line => Word.Of(line.StandingOn(page.Ledger.Today)) },
        new("next_due", ColumnKind.Date, line => line.NextDue is { } due ? due : Cell.Empty),
        new("currency", ColumnKind.Text, line => line.Currency.Code),
        new("promised", ColumnKind.Money, line => line.Promised),
        new("paid", ColumnKind.Money, line => line.Paid),
        new("open", ColumnKind.Money, line => line.Outstanding),
        new("usd", ColumnKind.Dollars, line => line.OriginalUsd) { Sorts = true },
    ];

    internal static IReadOnlyList<ListTotal> Totals(DeskPage page, ImmutableArray<CurrencyTotal> totals) =>
    [
        .. totals.Select(total => new ListTotal(page.Words["row.total"], new Dictionary<string, Cell>
        {
            ["currency"] = total.Currency.Code,
            ["promised"] = total.Amount,
            ["open"] = total.Outstanding!.Value,
            ["usd"] = total.Usd,
        })),
    ];
}
