using FundLedger.Data;
using FundLedger.Data.Journal;
using FundLedger.Money;
using FundLedger.Rates;
using FundLedger.Reporting;
using FundLedger.Reports.Brief;
using FundLedger.Reports.Donors;
using FundLedger.Reports.Receivables;
using FundLedger.Tests.Data;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit.Abstractions;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Faults;

/// <summary>
/// Years of random events, each revalued, reported and closed: every report can be made, agrees with paper and pencil, and is
/// the same byte for byte when it is made again years later.
/// </summary>
public class YearsTests(ITestOutputHelper output)
{
    const int EventsOfYear = 200;

    static readonly string?[] Funds = [null, "VFTC", "UPR-P", "UPR-I", "LDC-SIDS"];

    readonly List<(string What, Knowledge Known, Func<Ledger, Knowledge, byte[]> Make, byte[] Bytes)> _made = [];

    [OnEachEngine]
    public void Each_year_is_revalued_reported_and_closed_and_its_reports_stay_what_they_were()
    {
        var ledgers = Trials.Count(1);
        for (var i = 0; i < ledgers; i++) Live(Trials.Seed + i);
        Trials.Print(output, "years", ledgers * 4);
    }

    void Live(int seed)
    {
        _made.Clear();
        using var test = new TestLedger();
        var events = new RandomEvents(test.Ledger, test.Clock, new Random(seed));
        foreach (var rate in test.Ledger.Standing.Rates.All) events.Paper.AddRate(rate.Currency, rate.Effective, rate.UnitsPerDollar);
        events.Begin();
        for (var year = 2026; year <= 2029; year++)
        {
            for (var i = 0; i < EventsOfYear; i++)
            {
                test.Clock.Now += TimeSpan.FromDays(1);
                events.Next();
            }

            test.Clock.Now = new DateTimeOffset(year + 1, 1, 5, 9, 0, 0, TimeSpan.Zero);
            EndOf(year, test.Ledger, events);
            test.Ledger.ShouldVerify();
        }

        foreach (var (what, known, make, bytes) in _made) make(test.Ledger, known).ShouldBe(bytes, what);
    }

    void EndOf(int year, Ledger ledger, RandomEvents events)
    {
        var day = new DateOnly(year, 12, 31);
        var change = year % 7 / 100m;
        Rate[] rates =
        [
            Rate("EUR", DayText.Iso(day), 0.91m + change), Rate("NOK", DayText.Iso(day), 10.3m + change),
            Rate("JPY", DayText.Iso(day), 151.07m + change), Rate("KWD", DayText.Iso(day), 0.307m + change),
        ];
        ledger.Rates.Add([.. rates], "year end", Clerk).ShouldBeDone();
        foreach (var rate in rates) events.Paper.AddRate(rate.Currency, day, rate.UnitsPerDollar);
        ledger.Revaluations.Run(year, Clerk).ShouldBeDone();
        Claims(ledger, day, events.Paper, rates);
        foreach (var fund in Funds) Report(ledger, fund, year);
        Keep(ledger, $"statement {year}", (from, known) =>
            ReportFile.Of(DonorStatement.Compose(from.DonorStatements.Read("NOR", null, null, day, known).Value).ShouldBeDone(), "x", "pdf"));
        Keep(ledger, $"brief {year}", (from, known) =>
            ReportFile.Of(BriefReport.Compose(from.Briefs.Read(year, day, known).Value).ShouldBeDone(), "x", "pdf"));
        ledger.Closing.Close(year, TestLedgers.AllExplained, Clerk).ShouldBeDone();
        events.Since = new DateOnly(year + 1, 1, 1);
        ledger.Revaluations.Run(year, Clerk).ShouldBeDone().Entries.ShouldBe(0);
    }

    static void Claims(Ledger ledger, DateOnly day, PaperBooks paper, Rate[] rates)
    {
        foreach (var claims in ledger.Receivables.Claims(null, null, day, ledger.Journal.Known().Value).GroupBy(claim => claim.Reference))
        {
            var pledge = paper.Pledges.Single(one => one.Reference == claims.Key);
            var open = claims.Aggregate(new Amount(0, pledge.Currency), (sum, claim) => sum + claim.Amount);
            open.ToDecimal().ShouldBeLessThanOrEqualTo(pledge.Outstanding, claims.Key);
            if (pledge.Currency == Currency.Usd) continue;
            var rate = rates.Single(one => one.Currency == pledge.Currency);
            foreach (var claim in claims) claim.Usd.ShouldBe(rate.ToUsd(claim.Amount), claims.Key);
        }
    }

    void Report(Ledger ledger, string? fund, int year)
    {
        var day = new DateOnly(year, 12, 31);
        Keep(ledger, $"board {fund} {year}", (from, known) => ReportFile.BoardPdf(from.Boards.Read(fund, year, day, known).Value).ShouldBeDone());
        Keep(ledger, $"workbook {fund} {year}", (from, known) => ReportFile.Workbook(from.Boards.Read(fund, year, day, known, 5000).Value));
        Keep(ledger, $"ageing {fund} {year}", (from, known) =>
            ReportFile.Of(AgeingReport.Compose(from.Receivables.Read(fund, day, known).Value).ShouldBeDone(), "x", "pdf"));
        Keep(ledger, $"receivables {fund} {year}", (from, known) =>
            ReportFile.Of(ReceivablesReport.Compose(from.Receivables.Read(fund, day, known).Value).ShouldBeDone(), "x", "xlsx"));
    }

    void Keep(Ledger ledger, string what, Func<Ledger, Knowledge, ReportFile> make)
    {
        var known = ledger.Journal.Known().Value;
        _made.Add((what, known, (from, then) => make(from, then).Bytes, make(ledger, known).Bytes));
    }
}
