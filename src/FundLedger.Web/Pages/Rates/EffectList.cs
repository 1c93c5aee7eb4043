using System.Collections.Immutable;
using FundLedger.Data.Rates;
using FundLedger.Reports;
using FundLedger.Web.Lists;

namespace FundLedger.Web.Pages.Rates;

/// <summary>The entries that rates which came late would have valued otherwise, the largest first.</summary>
static class EffectList
{
    internal static ListView Of(DeskPage page, RateEffect effect) => page.ListOf<RateEffectLine>("rate-effect",
    [
        new("entry", ColumnKind.Count, line => new CountCell(line.Entry) { Link = $"/entries/{line.Entry}" }),
        new("date", ColumnKind.Date, line => line.Date),
        new("what", ColumnKind.Text, line => line.Text),
        new("currency", ColumnKind.Text, line => line.Currency.Code),
        new("amount", ColumnKind.Money, line => line.Amount),
        new("usd", ColumnKind.Dollars, line => line.Usd),
        new("would-be", ColumnKind.Dollars, line => line.WouldBe),
    ], effect.Largest);
}
