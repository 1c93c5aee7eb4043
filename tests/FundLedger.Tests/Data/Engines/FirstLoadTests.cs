using System.Globalization;
using System.Text;
using FundLedger.Data;
using FundLedger.Data.Contributions;
using Npgsql;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Engines;

/// <summary>The first load of a ledger in PostgreSQL puts indexes aside and makes them anew; see PostgresFirstLoad.</summary>
public class FirstLoadTests
{
    /// <summary>More than wait in memory at a time, so that a second thread writes.</summary>
    const int Pairs = 4500;

    const string Indexes = "SELECT COUNT(*) FROM pg_indexes WHERE schemaname = 'fundledger'";

    static Imported Import(Ledger ledger, TestLedger test, string name, int pairs)
    {
        var text = new StringBuilder("kind,reference,donor,fund,date,currency,amount,pledge\n");
        for (var i = 1; i <= pairs; i++)
            text.Append(CultureInfo.InvariantCulture, $"pledge,{name}-{i},Norway,VFTC,2025-01-{1 + i % 28:D2},EUR,{i}.00,\n")
                .Append(CultureInfo.InvariantCulture, $"payment,{name}-R-{i},Norway,VFTC,2025-02-{1 + i % 28:D2},EUR,{i / 2}.50,{name}-{i}\n");
        return ledger.Contributions.Import(test.File($"{name}.csv", text.ToString()), new ImportOptions(), Clerk).ShouldBeDone();
    }

    [OnPostgres]
    public void Everything_is_as_before_and_right_after_the_first_load_by_the_application_s_role()
    {
        using var test = new TestLedger();
        using var foreign = new ForeignProgram(test.Address);
        var before = foreign.Count(Indexes);
        using var ledger = Ledger.Open(RoleTests.As(test, "fundledger_app"), test.Clock).ShouldBeDone();

        Import(ledger, test, "first", Pairs).Payments.ShouldBe(Pairs);
        foreign.Count(Indexes).ShouldBe(before);
        Import(ledger, test, "second", 1100);

        ledger.ShouldVerify();
        ledger.Pledges.Find("first-3").ShouldBeDone().Outstanding.ShouldBe(Euro(1.50m));
    }

    [OnPostgres]
    public void Indexes_are_put_aside_only_before_anything_was_posted_and_while_nobody_reads()
    {
        using var test = new TestLedger();
        using var foreign = new ForeignProgram(test.Address);
        foreign.Truth("SELECT put_indexes_aside()").ShouldBeTrue();
        using (var reader = PostgresServer.Connect(test.Address))
        {
            using var reading = reader.BeginTransaction();
            using (var command = new NpgsqlCommand("SELECT COUNT(*) FROM pledge", reader, reading)) command.ExecuteScalar();
            foreign.Truth("SELECT put_indexes_aside()").ShouldBeFalse();
        }

        test.Ledger.Promise("P-1", "2025-01-10", Euro(100));
        foreign.Truth("SELECT put_indexes_aside()").ShouldBeFalse();
    }

    [OnPostgres]
    public void Who_only_reads_cannot_put_indexes_aside()
    {
        using var test = new TestLedger();
        foreach (var call in new[] { "put_indexes_aside", "put_indexes_back" })
            Should.Throw<PostgresException>(() => PostgresServer.Execute(RoleTests.As(test, "fundledger_read"), $"SELECT {call}()"))
                .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [OnPostgres]
    public void Instalments_and_allocations_name_what_was_recorded()
    {
        using var test = new TestLedger();
        using var foreign = new ForeignProgram(test.Address);
        var entry = ForeignProgram.Entry("pledge", "2026-01-05");
        const string Instalment = "INSERT INTO instalment SELECT MAX(number), 1, MAX(number) + {0}, 1, DATE('2026-01-05'), 1 FROM entry;";
        const string Allocation = "INSERT INTO allocation SELECT MAX(number), 2, MAX(number) + {0}, 0, 0, 'VFTC', 'EUR', -1, 'EUR', -1, -1 FROM entry;";
        string With(string row, int beyond) => entry + string.Format(CultureInfo.InvariantCulture, row, beyond);

        foreign.Try(With(Instalment, 0) + With(Allocation, 0) + With(Instalment, -1) + With(Allocation, -1));
        foreign.Refusal(With(Instalment, 1)).ShouldBe("an instalment is of a pledge that was recorded");
        foreign.Refusal(With(Allocation, 1)).ShouldBe("an allocation is of a payment that was recorded");
    }
}
