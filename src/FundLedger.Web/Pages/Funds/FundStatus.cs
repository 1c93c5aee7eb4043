using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Money;
using FundLedger.Reports;
using FundLedger.Reports.Status;
using FundLedger.Reports.Wording;
using FundLedger.Web.Lists;

namespace FundLedger.Web.Pages.Funds;

/// <summary>Where funds stand, as lists show it; each figure leads to its entries.</summary>
static class FundStatus
{
    /// <summary>Flows are those of a year where one is asked for; these are what stands at a day.</summary>
    static readonly string[] Balances = ["outstanding", "receivable", "announced", "unallocated"];

    static readonly (string Key, Func<StatusRow, Amount> Of)[] Shown =
    [
        ("pledged", row => row.Pledged), ("paid", row => row.Paid), ("written_off", row => row.WrittenOff),
        ("outstanding", row => row.Outstanding), ("announced", row => row.Announced), ("received", row => row.Received),
        ("unallocated", row => row.Unallocated),
    ];

    internal static StatusReport Read(DeskPage page, string? fund, int? year)
    {
        var ledger = page.Ledger;
        ImmutableArray<FundLedger.Funds.Fund> funds =
            [.. ledger.Standing.Funds.All.Where(one => ledger.Scope.Allows(one.Code) && (fund is null || one.Code == fund))];
        var figures = ledger.Figures.ForStatus(ledger.Today, ledger.Journal.Known().Value, fund, null, year);
        return StatusReport.Of(figures, funds, ledger.Standing.Donors, ledger.Today, year, page.Visit.Language);
    }

    /// <param name="about">What of the row the address of its entries names.</param>
    internal static IEnumerable<ListColumn<StatusRow>> Columns(Func<StatusRow, string> about) => Shown.Select(shown =>
        new ListColumn<StatusRow>(shown.Key, ColumnKind.WholeDollars, row => new AmountCell(shown.Of(row))
        { Link = shown.Of(row).IsZero ? null : $"/figures?figure={shown.Key}&{about(row)}{YearOf(row, shown.Key)}" }));

    internal static ListTotal Total(Phrases words, StatusRow total) => new(words["row.total"],
        Shown.ToDictionary(shown => shown.Key, shown => (Cell)shown.Of(total)));

    static string YearOf(StatusRow row, string key) => row.Year is not { } year ? ""
        : "&year=" + year.ToString(CultureInfo.InvariantCulture) + (Balances.Contains(key) ? "&upto=1" : "");
}
