using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Approvals;
using FundLedger.Charts;
using FundLedger.Data.Overview;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Reports;
using FundLedger.Reports.Status;
using FundLedger.Reports.Wording;
using FundLedger.Web.Lists;
using FundLedger.Web.Pages.Funds;
using FundLedger.Web.Visits;

namespace FundLedger.Web.Pages;

/// <summary>
/// The first screen answers four questions: what came in, what is late, what the bank has that we have not, who waits for me.
/// </summary>
public sealed class IndexPage(KnownTotals known) : DeskPage
{
    static readonly string[] Hues = ["overdue-1", "overdue-2", "overdue-3", "overdue-4"];

    StatusReport _status = null!;
    ImmutableArray<OverdueBand> _bands;
    ImmutableArray<UnmatchedTotal> _unmatched;

    public string YearText => Ledger.Today.Year.ToString(CultureInfo.InvariantCulture);

    public ListView ByFund => ListOf("funds",
        [
            new ListColumn<StatusRow>("fund", ColumnKind.Text, row => new TextCell(row.Fund!) { Link = $"/funds/{row.Fund}" }),
            .. FundStatus.Columns(row => "fund=" + row.Fund).Where(column => column.Key is "received" or "pledged" or "outstanding"),
        ], _status.ByFund, FundStatus.Total(Words, _status.Total));

    public ListView Ages => ListOf("ages",
        [
            new ListColumn<OverdueBand>("late", ColumnKind.Text, band => WordOf("lateness", band.Lateness)),
            new ListColumn<OverdueBand>("instalments", ColumnKind.Count, band => new CountCell(band.Instalments)),
            new ListColumn<OverdueBand>("usd", ColumnKind.WholeDollars, band => new AmountCell(band.Usd)
            { Link = band.Instalments == 0 ? null : LinkTo(band) }),
        ], _bands);

    public ListView Unmatched => ListOf("unmatched",
        [
            new ListColumn<UnmatchedTotal>("currency", ColumnKind.Text, total => total.Currency.Code),
            new ListColumn<UnmatchedTotal>("lines", ColumnKind.Count, total => new CountCell(total.Lines)),
            new ListColumn<UnmatchedTotal>("amount", ColumnKind.Money, total => total.Amount),
            new ListColumn<UnmatchedTotal>("oldest", ColumnKind.Date, total => total.Oldest),
        ], _unmatched);

    public Amount OverdueTotal => Amount.Usd(_bands.Sum(band => band.Usd.MinorUnits));

    public long UnmatchedLines => _unmatched.Sum(total => total.Lines);

    public ImmutableArray<ProposalState> Waiting { get; private set; }

    public (long Receipts, Amount Usd) Unallocated { get; private set; }

    /// <summary>Whether anything was pledged or came in this year; a picture of nothing says nothing.</summary>
    public bool HasMoved => _status.ByFund.Any(row => !row.Received.IsZero || !row.Pledged.IsZero);

    public string Picture => ChartSvg.Write(new Chart(ChartKind.GroupedBars, Words["home.received.chart"],
        [.. _status.ByFund.Select(row => row.Fund!)],
        [
            new Series(Words["column.received"], "received", [.. _status.ByFund.Select(row => FigureText.WholeDollars(row.Received))]),
            new Series(Words["column.pledged"], "pledged", [.. _status.ByFund.Select(row => FigureText.WholeDollars(row.Pledged))]),
        ], Words["home.received.description"])
    { Unit = "US$" }, Notation, width: 340);

    public string AgePicture => ChartSvg.Write(new Chart(ChartKind.HorizontalBars, Words["home.overdue"],
        [.. _bands.Select(band => WordOf("lateness", band.Lateness))],
        [new Series(Words["column.overdue"], "overdue-2", [.. _bands.Select(band => FigureText.WholeDollars(band.Usd))])],
        Words["home.overdue.description"])
    { Unit = "US$", CategoryHues = [.. Hues] }, Notation, width: 340);

    public void OnGet()
    {
        Title = Words["page.home"];
        _status = FundStatus.Read(this, null, Ledger.Today.Year);
        _bands = known.Of(Ledger, ("overdue", Ledger.Today), asked => Ledger.Overview.Overdue(asked.Today));
        _unmatched = Ledger.Overview.Unmatched();
        Waiting = Ledger.Overview.WaitingFor(Visit.Name);
        Unallocated = Ledger.Overview.Unallocated();
    }

    public string Dollars(Amount usd) => Notation.Figure(FigureText.WholeDollars(usd));

    static string LinkTo(OverdueBand band) => "/pledges?show=overdue&due-to=" + DayText.Iso(band.To)
        + (band.From is { } from ? "&due-from=" + DayText.Iso(from) : "");
}
