using FundLedger.Pledges;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.ForeignProgram;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Journal;

/// <summary>Nothing posted is changed, whoever tries: invariant 2, by SQL written by hand.</summary>
public class PostedRowsTests
{
    public static TheoryData<string> Tables =>
    [
        "entry", "posting", "pledge", "instalment", "payment", "allocation", "fund", "donor", "rate", "setting", "batch", "statement_line",
        "closing", "finding", "person", "approval_rule", "proposal", "decision", "report", "request", "contact", "contact_erasure",
    ];

    [TheoryOnEachEngine, MemberData(nameof(Tables))]
    public void No_row_of_the_journal_is_updated_or_deleted(string table)
    {
        using var test = TestLedgers.WithEveryKindOfRow();
        using var foreign = new ForeignProgram(test.Address);
        foreign.Count($"SELECT COUNT(*) FROM {table}").ShouldBeGreaterThan(0);

        var first = table == "entry" ? "number" : "entry";
        foreign.Refusal($"UPDATE {table} SET {first} = {first}").ShouldContain($"{table} is append-only");
        foreign.Refusal($"DELETE FROM {table}").ShouldContain($"{table} is append-only");
    }

    [Theory, MemberData(nameof(Tables))]
    public void No_row_of_the_journal_is_replaced_by_insert_or_replace(string table)
    {
        using var test = TestLedgers.WithEveryKindOfRow();
        using var foreign = new ForeignProgram(test.Address);

        foreign.Refusal($"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1");
        foreign.Refusal($"INSERT OR REPLACE INTO {table} SELECT * FROM {table} ORDER BY 1 DESC LIMIT 1");
    }

    [Fact]
    public void A_reference_that_stands_is_not_replaced_through_its_index()
    {
        using var test = TestLedgers.WithEveryKindOfRow();
        using var foreign = new ForeignProgram(test.Address);
        const string Columns = "donor, fund, date, currency, amount, usd, {0} form, earmarking, note";

        foreach (var (table, own) in new[] { ("pledge", "status,"), ("payment", "") })
        {
            var columns = Columns.Replace("{0}", own, StringComparison.Ordinal);
            foreign.Refusal(Entry(table, "2026-01-05") + $"""
                INSERT OR REPLACE INTO {table} (entry, line, reference, {columns})
                SELECT (SELECT MAX(number) FROM entry), 1, reference, {columns} FROM {table} LIMIT 1
                """).ShouldContain($"a {table} of this reference stands");
        }
    }

    [OnEachEngine]
    public void A_second_reversal_of_an_entry_is_refused_by_the_database_too()
    {
        using var test = new TestLedger();
        var promise = test.Ledger.Promise("P-1", "2025-01-10", Euro(100));
        test.Ledger.Journal.Reverse(promise.Entry, Day("2025-02-01"), "a slip", Clerk).ShouldBeDone();
        using var foreign = new ForeignProgram(test.Address);

        var reversal = Entry("reversal", "2026-01-05", reverses: promise.Entry);
        foreign.Refusal(reversal).ShouldContain(TestEngine.IsPostgres ? "entry_reverses" : "undoes, once");
        if (TestEngine.IsPostgres) return;
        foreign.Refusal(reversal.Replace("INSERT INTO", "INSERT OR REPLACE INTO", StringComparison.Ordinal)).ShouldContain("undoes, once");
    }

    [OnEachEngine]
    public void A_posted_entry_gets_no_further_lines()
    {
        using var test = new TestLedger();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(100), Rung.Signed);
        using var foreign = new ForeignProgram(test.Address);

        foreign.Refusal(Posting(line: 5, usd: 100)).ShouldContain("records come with their entry");
        foreign.Refusal("INSERT INTO setting (entry, line, name, value) VALUES (1, 1, 'banner', 'forged')")
            .ShouldContain("records come with their entry");
    }

    /// <summary>PostgreSQL asks all rows of a statement at once: one stranger among many must be found.</summary>
    [OnEachEngine]
    public void A_line_of_another_entry_among_lines_of_a_new_one_is_refused()
    {
        using var test = new TestLedger();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(100), Rung.Signed);
        using var foreign = new ForeignProgram(test.Address);
        static string Lines(string entries) => $"""
            INSERT INTO posting (entry, line, account, movement, fund, donor, pledge, instalment, payment, currency, amount, usd)
            SELECT number, 8, 'bank', 'received', 'VFTC', 'NOR', 0, 0, 0, 'USD', 1, 1 FROM entry WHERE number IN ({entries});
            """;

        foreign.Try(Entry("payment", "2026-01-05") + Lines("(SELECT MAX(number) FROM entry)"));
        foreign.Refusal(Entry("payment", "2026-01-05") + Lines("(SELECT MAX(number) FROM entry), 1"))
            .ShouldContain("records come with their entry");
        foreign.Refusal("INSERT INTO allocation SELECT 999, 1, 1, 0, 0, 'VFTC', 'EUR', -1, 'EUR', -1, -1")
            .ShouldContain("records come with their entry");
    }

    [OnEachEngine]
    public void A_reference_is_free_again_once_its_entry_is_reversed()
    {
        using var test = new TestLedger();
        var promise = test.Ledger.Promise("P-1", "2025-01-10", Euro(100));
        using var foreign = new ForeignProgram(test.Address);
        var again = Entry("pledge", "2026-01-05") + """
            INSERT INTO pledge (entry, line, reference, donor, fund, date, currency, amount, usd, status, form)
            SELECT MAX(number), 1, 'P-1', 'NOR', 'VFTC', DATE('2026-01-05'), 'EUR', 1, 1, 'signed', 'monetary' FROM entry;
            """;

        foreign.Refusal(again).ShouldContain("a pledge of this reference stands");
        test.Ledger.Journal.Reverse(promise.Entry, Day("2025-02-01"), "a slip", Clerk).ShouldBeDone();
        foreign.Try(again);
        foreign.Refusal(again + again).ShouldContain("a pledge of this reference stands");
    }

    [OnEachEngine]
    public void Numbers_are_neither_left_out_nor_used_again()
    {
        using var test = new TestLedger();
        using var foreign = new ForeignProgram(test.Address);

        foreign.Refusal(Entry("settings", "2026-01-05").Replace("MAX(number) + 1", "MAX(number) + 2", StringComparison.Ordinal))
            .ShouldContain("without gaps");
        foreign.Try(Entry("settings", "2026-01-05"));
    }
}
