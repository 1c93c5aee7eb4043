using System.Globalization;
using FundLedger.Charts;
using FundLedger.Funds;
using FundLedger.Reports;
using FundLedger.Reports.Status;
using FundLedger.Reports.Wording;
using FundLedger.Web.Lists;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Funds;

/// <summary>One fund: its years, its donors, and a picture of both what was pledged and what was received.</summary>
public sealed class ShowPage : DeskPage
{
    const int YearsDrawn = 10;

    public Fund Fund { get; private set; } = null!;

    public string Picture { get; private set; } = "";

    public ListView Years { get; private set; } = null!;

    public ListView Donors { get; private set; } = null!;

    public IActionResult OnGet(string code)
    {
        if (Ledger.Standing.Funds.All.FirstOrDefault(fund => fund.Code == code && Ledger.Scope.Allows(code)) is not { } fund)
            return NotFound();
        Fund = fund;
        Title = fund.NameIn(Visit.Language);
        var status = FundStatus.Read(this, code, null);
        Picture = ChartSvg.Write(ChartOf(status), Notation, titled: true, width: 380);
        Years = ListOf("years",
            [
                new ListColumn<StatusRow>("year", ColumnKind.Text, row => row.Year!.Value.ToString(CultureInfo.InvariantCulture)),
                .. FundStatus.Columns(_ => "fund=" + code).Where(column => column.Key is "pledged" or "received" or "outstanding"),
            ], status.ByYear.Reverse());
        Donors = ListOf("fund-donors",
            [
                new ListColumn<StatusRow>("donor", ColumnKind.Text, row => new TextCell(row.Name ?? "") { Link = $"/donors/{row.Donor}" }),
                .. FundStatus.Columns(row => $"fund={code}&donor={row.Donor}"),
            ], status.ByDonor, FundStatus.Total(Words, status.Total));
        return Page();
    }

    Chart ChartOf(StatusReport status)
    {
        var years = status.ByYear.TakeLast(YearsDrawn).ToArray();
        return new Chart(ChartKind.GroupedBars, Say("chart.fund", ("fund", Fund.Code)),
            [.. years.Select(row => row.Year!.Value.ToString(CultureInfo.InvariantCulture))],
            [
                new Series(Words["column.pledged"], "pledged", [.. years.Select(row => FigureText.WholeDollars(row.Pledged))]),
                new Series(Words["column.received"], "received", [.. years.Select(row => FigureText.WholeDollars(row.Received))]),
            ], Words["chart.fund.description"])
        { Unit = "US$" };
    }
}
