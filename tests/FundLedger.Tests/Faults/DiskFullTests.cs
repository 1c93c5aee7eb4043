using System.Globalization;
using Dapper;
using FundLedger.Data;
using FundLedger.Data.Contributions;
using FundLedger.Tests.Data;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;
using Xunit.Abstractions;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Faults;

/// <summary>The disk has no more room in the middle of a request.</summary>
public class DiskFullTests(ITestOutputHelper output)
{
    const int DiskFull = 13;

    [Fact]
    public void Nothing_is_stored_reading_goes_on_and_with_room_the_same_request_is_done()
    {
        using var test = new TestLedger();
        test.Ledger.Promise("Q-1", "2025-01-10", Euro(500));
        var file = test.File("rows.csv", SmallLedger.Rows(150));
        var head = test.Ledger.Journal.Head();
        var figures = Figures(test.Ledger);
        var pages = test.Ledger.Connection.ExecuteScalar<long>("PRAGMA page_count");
        var random = new Random(Trials.Seed);
        var trials = Trials.Count(20);
        for (var trial = 0; trial < trials; trial++)
        {
            Limit(test.Ledger, pages + random.Next(20));
            var fault = Should.Throw<SqliteException>(() => test.Ledger.Contributions.Import(file, new ImportOptions(), Clerk));
            fault.SqliteErrorCode.ShouldBe(DiskFull);
            var trouble = Ledger.Trouble(fault).ShouldNotBeNull();
            trouble.Message.ShouldContain("disk is full");
            test.Ledger.Journal.Head().ShouldBe(head);
            Figures(test.Ledger).ShouldBe(figures);
        }

        test.Ledger.ShouldVerify();
        Limit(test.Ledger, int.MaxValue);
        test.Ledger.Contributions.Import(file, new ImportOptions(), Clerk).ShouldBeDone().Payments.ShouldBe(150);
        test.Ledger.ShouldVerify();
        Trials.Print(output, "disk full during an import", trials);
    }

    [SkippableFact]
    public void A_file_that_may_not_grow_is_named_in_words_and_nothing_of_the_request_is_stored()
    {
        Skip.IfNot(File.Exists("/bin/bash"), "there is no bash to limit a program's files with");
        using var line = new Cli.Commandline().WithLedger();
        var before = line.Json("verify").GetProperty("seal").GetString();
        var rows = line.Write("rows.csv", SmallLedger.Rows(400));
        using var child = FundLedgerProgram.Limited(420, line.Ledger, "import", rows);
        var error = child.StandardError.ReadToEnd();
        child.WaitForExit();
        child.ExitCode.ShouldBe(1, error);
        error.ShouldContain("nothing was recorded");
        line.Json("verify").GetProperty("seal").GetString().ShouldBe(before);
        line.Json("import", rows).GetProperty("payments").GetInt32().ShouldBe(400);
    }

    static void Limit(Ledger ledger, long pages) =>
        ledger.Connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));

    static (long Received, long Outstanding) Figures(Ledger ledger)
    {
        var total = ledger.Figures.Read(Day("2025-12-31"), ledger.Journal.Known().Value).Total();
        return (total.Received.MinorUnits, total.Outstanding.MinorUnits);
    }
}
