using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FundLedger.Data;
using FundLedger.Data.Reports;
using FundLedger.Money;
using FundLedger.Reports;

namespace FundLedger.Cli.Commands;

/// <summary>Which reports that were issued would say something else today.</summary>
static class ReportDriftCommand
{
    internal static Command Build(Shell shell) => Described.Command("drift",
        "List the reports on record whose figures were changed by later entries, with the old and the new figures.",
        "fundledger report drift")
        .Does(parse => shell.Do(parse,
            ledger => ledger.Reports.Drift().Then<ImmutableArray<Drifted>>(reports => reports.Select(Drifted.Of).ToImmutableArray()),
            reports => Print(shell, reports)));

    static void Print(Shell shell, ImmutableArray<Drifted> reports)
    {
        if (reports.IsEmpty) shell.Terminal.Say("Every report on record would say the same today.");
        foreach (var report in reports) shell.Terminal.Print(TableOf(report));
    }

    static Table TableOf(Drifted report) => new("drift", string.Format(CultureInfo.InvariantCulture,
            "Report {0} ({1}) as at {2:yyyy-MM-dd}, issued {3:yyyy-MM-dd} by {4}", report.Id, report.Name, report.AsAt, report.IssuedAt,
            report.IssuedBy),
        [
            new("fund", "Fund", ColumnKind.Text), new("year", "Year", ColumnKind.Text), new("item", "Figure", ColumnKind.Text),
            new("before", "Printed", ColumnKind.Dollars), new("after", "Now", ColumnKind.Dollars),
        ],
        [.. report.Changes.Select(change => Row.Detail(change.Fund,
            change.Year == 0 ? "" : change.Year.ToString(CultureInfo.InvariantCulture), change.Item, change.Before, change.After))]);

    sealed record Drifted(
        string Id, string Name, string Parameters, DateOnly AsAt, DateTimeOffset IssuedAt, string IssuedBy, long KnownEntry,
        ImmutableArray<Changed> Changes)
    {
        internal static Drifted Of(DriftedReport drifted) => new(drifted.Issued.Report.Id, drifted.Issued.Report.Name,
            drifted.Issued.Report.Parameters, drifted.Issued.Report.AsAt, drifted.Issued.IssuedAt, drifted.Issued.IssuedBy,
            drifted.Issued.Report.KnownEntry,
            [.. drifted.Changes.Select(change => new Changed(change.Fund, change.Year, change.Item, change.Before, change.After))]);
    }

    sealed record Changed(string Fund, int Year, string Item, Amount Before, Amount After);
}
