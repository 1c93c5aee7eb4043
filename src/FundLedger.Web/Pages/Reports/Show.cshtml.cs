using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Data.Reports;
using FundLedger.Reports;
using FundLedger.Reports.Issued;
using FundLedger.Web.Lists;
using FundLedger.Web.Reports;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Reports;

/// <summary>One report on record, with the figures that later entries changed: as printed, and as they are now.</summary>
public sealed class ShowPage : DeskPage
{
    public ReportOnRecord Issued { get; private set; } = null!;

    public ImmutableArray<FigureChange> Changes { get; private set; } = [];

    public ListView Drift => ListOf<FigureChange>("drift",
    [
        new("fund", ColumnKind.Text, change => change.Fund),
        new("year", ColumnKind.Text, change => change.Year == 0 ? "" : change.Year.ToString(CultureInfo.InvariantCulture)),
        new("figure", ColumnKind.Text, change => change.Item),
        new("printed", ColumnKind.Dollars, change => change.Before),
        new("now", ColumnKind.Dollars, change => change.After),
        new("difference", ColumnKind.Dollars, change => change.After - change.Before),
    ], Changes);

    public IActionResult OnGet(long entry)
    {
        if (Ledger.Reports.All().FirstOrDefault(one => one.Entry == entry) is not { } issued
            || !ReportAsked.IsWithin(Ledger, issued.Report.Fund)) return NotFound();
        (Issued, Title) = (issued, issued.Report.Id);
        if (Ledger.Reports.Drift() is { IsRefused: false } drift)
            Changes = drift.Value.FirstOrDefault(one => one.Issued.Entry == entry)?.Changes ?? [];
        return Page();
    }
}
