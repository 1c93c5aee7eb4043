using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using FundLedger.Data.Contributions;
using FundLedger.Data.Engines;
using FundLedger.Pledges;
using FundLedger.Tests.House;
using FundLedger.Users;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.ForeignProgram;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Engines;

/// <summary>A large import puts SQLite's triggers aside and asks the same of all rows at the end.</summary>
public partial class LargeImportTests
{
    const string Pledge = """
        INSERT INTO pledge (entry, line, reference, donor, fund, date, currency, amount, usd, status, form)
        SELECT MAX(number), 1, 'TAKEN', 'NOR', 'VFTC', '2025-01-10', 'EUR', 1, 1, 'signed', 'monetary' FROM entry;
        """;

    const string Payment = """
        INSERT INTO payment (entry, line, reference, donor, fund, date, currency, amount, usd, form)
        SELECT MAX(number), 1, 'PAID', 'NOR', 'VFTC', '2025-01-10', 'EUR', 100, 100, 'monetary' FROM entry;
        """;

    const string Allocation = """
        INSERT INTO allocation (entry, line, payment, pledge, instalment, fund, currency, amount, settled_currency, settled, usd)
        SELECT MAX(number), 2, MAX(number), 0, 0, 'VFTC', 'EUR', 101, 'EUR', 101, 101 FROM entry;
        """;

    [Fact]
    public void What_a_ledger_refuses_is_the_same_before_and_after()
    {
        using var test = new TestLedger();
        var before = Schema(test);
        var done = Import(test, 1500);

        Schema(test).ShouldBe(before, ignoreOrder: true);
        (done.Pledges, done.Payments).ShouldBe((1500, 1500));
        test.Ledger.Checks.Run().SelectMany(check => check.Problems).ShouldBeEmpty();
    }

    [Fact]
    public void An_import_that_is_refused_leaves_everything_as_it_was()
    {
        using var test = new TestLedger();
        var (before, head) = (Schema(test), test.Ledger.Journal.Head());
        var file = test.File("rows.csv", Rows(1500) + "pledge,X-1,Atlantis,VFTC,2025-01-10,EUR,10.00,\n");

        test.Ledger.Contributions.Import(file, new ImportOptions(), Clerk).ShouldBeRefused();

        Schema(test).ShouldBe(before, ignoreOrder: true);
        test.Ledger.Journal.Head().ShouldBe(head);
    }

    [Fact]
    public void A_large_import_says_what_many_small_ones_say()
    {
        using var large = new TestLedger();
        using var small = new TestLedger();
        Import(large, 1200);
        foreach (var part in Rows(1200).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Chunk(500))
            small.Ledger.Contributions.Import(
                small.File("rows.csv", Head + string.Join('\n', part) + "\n"), new ImportOptions(), Clerk).ShouldBeDone();

        foreach (var table in new[] { "total", "donor_total", "year_total" }) Content(small, table).ShouldBe(Content(large, table));
        Content(small, "claim", "amount, usd, due, account, donor").ShouldBe(Content(large, "claim", "amount, usd, due, account, donor"));
    }

    public static TheoryData<string, string> Refused() => new()
    {
        { Entry("pledge", "2025-01-10") + "UPDATE entry SET number = number + 1 WHERE number = (SELECT MAX(number) FROM entry)", "without gaps" },
        { Entry("reversal", "2025-01-10", reverses: -1), "a reversal undoes, once" },
        { Entry("pledge", "2019-01-10"), "the year is closed" },
        { Entry("reopening", "2019-01-10"), "a year is opened again" },
        { Entry("pledge", "2025-01-10", by: "stranger"), "who records it" },
        { Entry("pledge", "2025-01-10", approvedBy: "stranger"), "who approves it" },
        { Entry("write-off", "2025-01-10"), "entries of this kind need the approval" },
        { Entry("import", "2025-01-10") + Posting(1, 1), "entries of this kind have no postings" },
        { Entry("payment", "2025-01-10") + Posting(1, 600_000) + Posting(2, 500_000), "an entry of this kind and amount" },
        { Entry("pledge", "2025-01-10") + Pledge, "a pledge of this reference stands" },
        { Entry("payment", "2025-01-10") + Payment + Entry("payment", "2025-01-10") + Payment, "a payment of this reference stands" },
        { Entry("payment", "2025-01-10") + Payment + Allocation, "the allocations of a payment" },
        { Entry("payment", "2025-01-10", lines: 1) + Posting(2, 1), "posting: records come with their entry" },
        { Entry("payment", "2025-01-10") + Posting(1, 1) + "UPDATE posting SET entry = 1 WHERE line = 1 AND amount = 1",
            "posting: records come with their entry" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_triggers_refuse_is_refused_at_the_end(string rows, string why)
    {
        using var test = Ruled();
        using var connection = new SqliteConnection($"Data Source={test.Address};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        var import = new SqliteLargeImport(connection, transaction, test.Ledger.Journal.Head().Entry + 1);
        // Only to write by hand what the program never writes.
        foreach (var table in new[] { "entry", "posting" }) connection.Execute($"DROP TRIGGER {table}_keeps_update", transaction: transaction);
        connection.Execute(rows, transaction: transaction);

        import.End().ShouldNotBeNull().ShouldContain(why);
    }

    [Fact]
    public void Rows_that_keep_the_rules_are_taken()
    {
        using var test = Ruled();
        using var connection = new SqliteConnection($"Data Source={test.Address};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        var import = new SqliteLargeImport(connection, transaction, test.Ledger.Journal.Head().Entry + 1);
        connection.Execute(Entry("payment", "2025-01-10") + Payment + Posting(2, 1), transaction: transaction);

        import.End().ShouldBeNull();
    }

    /// <summary>
    /// The first payment of an import comes while pledges are written. Two threads on one connection, which SQLite does not lock, end
    /// the program.
    /// </summary>
    [Fact]
    public void A_statement_asks_nothing_of_the_connection_until_its_rows_are_written()
    {
        var dialect = new SqliteDialect(":memory:", create: true);
        using var connection = dialect.Open();
        using var transaction = dialect.BeginWriting(connection);
        using var statements = dialect.Statements(connection, transaction);

        var absent = statements.Prepare("INSERT INTO absent (number) VALUES (?1)");
        absent.Number(1);
        absent.Execute();

        Should.Throw<SqliteException>(statements.Flush).Message.ShouldContain("absent");
    }

    /// <summary>A rule that a later migration adds must be asked of large imports too.</summary>
    [Fact]
    public void Every_rule_of_a_trigger_that_is_put_aside_is_asked_at_the_end()
    {
        using var test = new TestLedger();
        var rules = File.ReadAllText(Path.Combine(Repository.Root, "src/FundLedger.Data/Engines/large-import.sqlite.sql"));
        using var foreign = new SqliteConnection($"Data Source={test.Address};Pooling=False");
        var refusals = foreign.Query<string>("""
            SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%BEFORE INSERT%'
              AND tbl_name IN ('entry', 'posting', 'pledge', 'instalment', 'payment', 'allocation', 'claim', 'receipt')
            """).SelectMany(sql => Refusal().Matches(sql).Select(match => match.Groups[1].Value)).ToArray();

        refusals.Length.ShouldBeGreaterThan(10);
        refusals.Where(refusal => !refusal.Contains("records come with their entry", StringComparison.Ordinal)
            && !rules.Contains(refusal, StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    const string Head = "kind,reference,donor,fund,date,currency,amount,pledge\n";

    /// <summary>A closed year, two persons, rules of approval, and a pledge whose reference is taken.</summary>
    static TestLedger Ruled()
    {
        var test = new TestLedger();
        test.Ledger.Pledges.Add(new NewPledge("NOR", "VFTC", Day("2025-01-10"), Euro(1)) { Reference = "TAKEN" }, Clerk).ShouldBeDone();
        test.Ledger.Users.Add(new Person("clerk", [Role.Administrator], []), Clerk).ShouldBeDone();
        using var foreign = new ForeignProgram(test.Address);
        foreign.Keep("""
            INSERT INTO approval_rule (entry, line, kind, threshold_usd)
            SELECT MAX(number), 8, 'write-off', 0 FROM entry UNION ALL SELECT MAX(number), 9, 'payment', 1000000 FROM entry;
            """.Insert(0, "DROP TRIGGER approval_rule_belongs; "));
        foreign.Keep("DROP TRIGGER closing_in_order; DROP TRIGGER closing_belongs; "
            + "INSERT INTO closing (entry, line, year, through) SELECT MAX(number), 7, 2020, 2020 FROM entry");
        return test;
    }

    static Imported Import(TestLedger test, int pairs) =>
        test.Ledger.Contributions.Import(test.File("rows.csv", Rows(pairs)), new ImportOptions(), Clerk).ShouldBeDone();

    static string Rows(int pairs)
    {
        var text = new StringBuilder(Head);
        for (var i = 1; i <= pairs; i++)
            text.Append(CultureInfo.InvariantCulture, $"pledge,G-{i},Norway,VFTC,2025-01-{1 + i % 28:D2},EUR,{i}.00,\n")
                .Append(CultureInfo.InvariantCulture, $"payment,Q-{i},Norway,VFTC,2025-02-{1 + i % 28:D2},EUR,{i / 2}.50,G-{i}\n");
        return text.ToString();
    }

    static string[] Schema(TestLedger test)
    {
        using var connection = new SqliteConnection($"Data Source={test.Address};Pooling=False");
        return [.. connection.Query<string>("SELECT name || ': ' || sql FROM sqlite_schema WHERE sql IS NOT NULL")];
    }

    static string Content(TestLedger test, string table, string columns = "*")
    {
        using var connection = new SqliteConnection($"Data Source={test.Address};Pooling=False");
        return string.Join('\n', connection.Query($"SELECT {columns} FROM {table}").Select(row => string.Join(',',
            ((IDictionary<string, object>)row).Values)).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"RAISE\(ABORT, '([^']+)'\)")]
    private static partial Regex Refusal();
}
