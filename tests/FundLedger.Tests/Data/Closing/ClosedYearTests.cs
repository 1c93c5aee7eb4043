using FundLedger.Pledges;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.ForeignProgram;
using static FundLedger.Tests.Data.TestLedger;
using static FundLedger.Tests.Data.TestLedgers;

namespace FundLedger.Tests.Data.Closing;

/// <summary>A closed year accepts nothing, from SQL written by hand either: invariant 6.</summary>
public sealed class ClosedYearTests : IDisposable
{
    readonly TestLedger _test = new();
    readonly ForeignProgram _foreign;

    public ClosedYearTests()
    {
        _test.Ledger.Promise("P-1", "2025-01-10", Euro(100), Rung.Pledged);
        _test.Ledger.Closing.Close(2024, AllExplained, Clerk).ShouldBeDone();
        _test.Ledger.Closing.Close(2025, AllExplained, Clerk).ShouldBeDone();
        _foreign = new ForeignProgram(_test.Address);
    }

    [TheoryOnEachEngine]
    [InlineData("payment", "2025-12-31")]
    [InlineData("payment", "1999-01-01")]
    [InlineData("reversal", "2025-06-01")]
    [InlineData("closing", "2024-12-31")]
    [InlineData("Reopening", "2025-12-31")]
    public void No_entry_is_dated_in_it(string kind, string date)
    {
        _foreign.Refusal(Entry(kind, date, approvedBy: "cleo", reason: "late")).ShouldContain("the year is closed");
        if (TestEngine.IsPostgres) return;
        _foreign.Refusal(Entry(kind, date, approvedBy: "cleo", reason: "late").Replace("INSERT INTO", "INSERT OR REPLACE INTO", StringComparison.Ordinal))
            .ShouldContain("the year is closed");
    }

    [OnEachEngine]
    public void The_next_year_takes_entries() => _foreign.Try(Entry("payment", "2026-01-01") + Posting(1, 100));

    [TheoryOnEachEngine]
    [InlineData(null, "late")]
    [InlineData("cleo", null)]
    [InlineData("cleo", "  ")]
    public void It_is_not_opened_again_without_a_reason_and_a_second_person(string? approvedBy, string? reason) =>
        _foreign.Refusal(Entry("reopening", "2025-12-31", approvedBy: approvedBy, reason: reason))
            .ShouldContain("with a reason and the approval of a second person");

    [OnEachEngine]
    public void Nobody_approves_his_own_reopening() =>
        _foreign.Refusal(Entry("reopening", "2025-12-31", by: "cleo", approvedBy: "cleo", reason: "late")).ShouldContain("CHECK");

    [OnEachEngine]
    public void A_reopening_and_a_closing_move_no_money()
    {
        _foreign.Refusal(Entry("reopening", "2025-12-31", approvedBy: "cleo", reason: "late") + Posting(1, 100)).ShouldContain("no postings");
        _foreign.Refusal(Entry("closing", "2026-12-31") + Posting(1, 100)).ShouldContain("no postings");
    }

    [TheoryOnEachEngine]
    [InlineData("reopening", 2025, 2023)]   // two years at once
    [InlineData("reopening", 2024, 2023)]   // not the latest
    [InlineData("reopening", 2026, 2026)]   // a closing in the wrong entry
    [InlineData("closing", 2025, 2024)]     // a reopening in the wrong entry
    [InlineData("closing", 2027, 2027)]     // a year left out
    [InlineData("settings", 2025, 2024)]
    public void The_last_closed_year_moves_by_one_and_in_its_own_entry(string kind, int year, int through) =>
        _foreign.Refusal(Entry(kind, "2026-12-31", approvedBy: "cleo", reason: "late")
            + $"INSERT INTO closing (entry, line, year, through) SELECT MAX(number), 1, {year}, {through} FROM entry");

    [OnEachEngine]
    public void An_entry_closes_or_opens_one_year()
    {
        var reopening = Entry("reopening", "2025-12-31", approvedBy: "cleo", reason: "late")
            + "INSERT INTO closing (entry, line, year, through) SELECT MAX(number), 1, 2025, 2024 FROM entry;";
        _foreign.Try(reopening);
        _foreign.Refusal(reopening + "INSERT INTO closing (entry, line, year, through) SELECT MAX(number), 2, 2024, 2023 FROM entry")
            .ShouldContain("the latest first");
    }

    [OnEachEngine]
    public void What_stands_in_it_is_not_moved_out_of_it() =>
        _foreign.Refusal("UPDATE entry SET date = '2026-01-01' WHERE date < '2026-01-01'").ShouldContain("append-only");

    [OnEachEngine]
    public void Verify_finds_an_entry_that_got_in_after_the_guards_were_taken_away()
    {
        _foreign.Keep("DROP TRIGGER entry_is_allowed;" + Entry("payment", "2025-05-05", lines: 0));
        _test.Ledger.Checks.Run(["closed-years"]).Single().Problems.Single().Message.ShouldContain("while its year was closed");
        _test.Ledger.Checks.Run(["guards"]).Single().Problems.Single().Message.ShouldBe("entry_is_allowed was taken away or changed");
    }

    public void Dispose()
    {
        _foreign.Dispose();
        _test.Dispose();
    }
}
