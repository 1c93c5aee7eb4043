using System.Collections.Immutable;
using System.CommandLine;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Money;
using FundLedger.Reports.Status;
using FundLedger.Reports.Wording;

namespace FundLedger.Cli.Commands;

static class StatusCommand
{
    internal static Command Build(Shell shell)
    {
        var fund = Described.Text("--fund", "only this fund", "FUND");
        var donor = Described.Text("--donor", "only this donor, by code or name", "DONOR");
        var year = new Option<int?>("--year") { Description = "the flows of one year and the balances at its end", HelpName = "YEAR" };
        var knowledge = new KnowledgeOptions();
        return Described.Command("status", """
            Show where the funds and donors stand, in US$.

            Pledged and outstanding count what was promised in writing or by agreement; announced is shown apart. Paid is what
            payments settled of pledges, at the value it was pledged at; received is all money, at the rate of the day of
            receipt.
            """, "fundledger status --fund VFTC --year 2025\nfundledger status --as-at 2025-06-30 --json",
            [fund, donor, year, .. knowledge.All])
            .Does(parse => shell.Do(parse,
                ledger => knowledge.Read(parse, ledger, parse.GetValue(year)).Then(at =>
                    Read(ledger, parse.GetValue(fund), parse.GetValue(donor), parse.GetValue(year), at.AsAt, at.Known)),
                status => Print(shell, status)));
    }

    static Outcome<StatusShown> Read(
        Ledger ledger, string? fund, string? donor, int? year, DateOnly asAt, Data.Journal.Knowledge known)
    {
        var standing = ledger.StandingAt(known);
        return FilterOptions.Code(fund, standing.Funds.Find, found => found.Code).Then(fundCode =>
            FilterOptions.Code(donor, standing.Donors.Find, found => found.Code).Then<StatusShown>(donorCode =>
            {
                var figures = ledger.Figures.ForStatus(asAt, known, fundCode, donorCode, year);
                var funds = standing.Funds.All.Where(one => fundCode is null || one.Code == fundCode).ToImmutableArray();
                return new StatusShown(StatusReport.Of(figures, funds, standing.Donors, asAt, year), known);
            }));
    }

    static void Print(Shell shell, StatusShown status)
    {
        foreach (var table in status.Report.Tables(Phrases.In("en").Value)) shell.Terminal.Print(table);
    }

    /// <summary>The status with the names that scripts rely on.</summary>
    sealed class StatusShown(StatusReport report, Data.Journal.Knowledge known)
    {
        internal StatusReport Report => report;

        public DateOnly AsAt => report.Day;

        public int? Year => report.Year;

        public DateTimeOffset AsKnownOn => known.At;

        public long Entry => known.Entry;

        public string Seal => known.Seal;

        public Currency Currency { get; } = Currency.Usd;

        public IEnumerable<Dictionary<string, object?>> Funds => report.ByFund.Select(row => row.Named());

        public IEnumerable<Dictionary<string, object?>> Donors => report.ByDonor.Select(row => row.Named());

        public IEnumerable<Dictionary<string, object?>> Years => report.ByYear.Select(row => row.Named());

        public Dictionary<string, object?> Total => report.Total.Named();
    }
}
