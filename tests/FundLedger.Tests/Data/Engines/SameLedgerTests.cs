using FundLedger.Data;
using FundLedger.Journal;
using FundLedger.Reporting;
using FundLedger.Tests.Faults;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Data.Engines;

/// <summary>What happened is the same ledger, whichever engine keeps it.</summary>
public class SameLedgerTests
{
    const int Events = 250;

    [OnPostgres]
    public void The_same_events_give_the_same_seals_and_the_same_reports_to_the_byte()
    {
        var folder = Directory.CreateTempSubdirectory("fundledger-").FullName;
        var address = PostgresServer.NewLedger();
        try
        {
            var clock = new TestClock();
            using var sqlite = Ledger.Create(Path.Combine(folder, "ledger.db"), clock, new Author("founder")).ShouldBeDone();
            var events = new RandomEvents(sqlite, clock, new Random(Trials.Seed));
            events.Begin();
            for (var i = 0; i < Events; i++) events.Next();

            var again = new TestClock();
            using var postgres = Ledger.Open(address, again).ShouldBeDone();
            events.Replay(postgres, again);

            postgres.Journal.Head().ShouldBe(sqlite.Journal.Head());
            foreach (var year in new[] { 2024, 2025 }) Reports(postgres, year).ShouldBe(Reports(sqlite, year));
            Listing(postgres).ShouldBe(Listing(sqlite));
            postgres.ShouldVerify();
        }
        finally
        {
            PostgresServer.Drop(address);
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The Boards' report and the donor workbook as base 64.</summary>
    static string[] Reports(Ledger ledger, int year)
    {
        var known = ledger.Journal.Known().Value;
        var material = ledger.Boards.Read(null, year, new DateOnly(year, 12, 31), known).ShouldBeDone();
        return [.. new[] { ReportFile.BoardPdf(material).ShouldBeDone(), ReportFile.Workbook(material) }
            .Select(file => Convert.ToBase64String(file.Bytes))];
    }

    static string[] Listing(Ledger ledger) =>
        [.. ledger.Contributions.Export(new()).Rows.Select(row => string.Join('|', row))];
}
