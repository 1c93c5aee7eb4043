using FundLedger.Data;
using FundLedger.Pledges;
using Npgsql;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Engines;

/// <summary>What the roles of a database may do: src/FundLedger.Data/Roles/postgres.sql.</summary>
public sealed class RoleTests
{
    /// <summary>The address of a ledger for a login that has only the role.</summary>
    internal static string As(TestLedger test, string role)
    {
        var login = role + "_login";
        PostgresServer.Execute(test.Address, $"""
            DO $$ BEGIN CREATE ROLE {login} LOGIN IN ROLE {role}; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$
            """);
        return test.Address.Replace("//ledger@", $"//{login}@", StringComparison.Ordinal);
    }

    static PostgresException Refused(string address, string sql) =>
        Should.Throw<PostgresException>(() => PostgresServer.Execute(address, sql), sql);

    [OnPostgres]
    public void The_application_s_role_does_everything_that_the_program_does()
    {
        using var test = TestLedgers.WithEveryKindOfRow();
        using var ledger = Ledger.Open(As(test, "fundledger_app"), test.Clock).ShouldBeDone();
        ledger.CanWrite.ShouldBeTrue();
        ledger.Pledges.Add(new NewPledge("NOR", "VFTC", Day("2026-01-10"), Euro(1000)) { Reference = "N-1" }, Clerk).ShouldBeDone();
        ledger.Pay("N-2", "2026-02-10", Euro(300), "N-1");
        ledger.Payments.Reverse("N-2", Day("2026-02-11"), "mistake", Clerk).ShouldBeDone();
        ledger.Views.Rename("clerk", "/pledges", "Euro", "In euro").ShouldBeDone();
        ledger.Views.Delete("clerk", "/pledges", "In euro").ShouldBeDone();
        ledger.Contacts.Erase("NOR", ledger.Contacts.Of("NOR").Single().Number, "left", Clerk).ShouldBeDone();
        ledger.ShouldVerify();
    }

    [OnPostgres]
    public void The_application_s_role_cannot_change_what_was_posted_nor_put_its_guards_to_sleep()
    {
        using var test = TestLedgers.WithEveryKindOfRow();
        var app = As(test, "fundledger_app");
        using var owner = new ForeignProgram(test.Address);
        var posted = FundLedger.Data.Journal.Shapes.All.Select(shape => shape.Table).Append("entry").Append("request").Append("content");
        foreach (var table in posted)
        {
            Refused(app, $"UPDATE {table} SET {(table == "entry" ? "number = number" : table == "content" ? "hash = hash" : "entry = entry")}")
                .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, table);
            Refused(app, $"DELETE FROM {table}").SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, table);
            Refused(app, $"TRUNCATE {table} CASCADE").SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, table);
            Refused(app, $"ALTER TABLE {table} DISABLE TRIGGER ALL").SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, table);
            Refused(app, $"DROP TABLE {table} CASCADE").SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, table);
        }

        Refused(app, "SET session_replication_role = replica").SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        Refused(app, "CREATE OR REPLACE FUNCTION fundledger.is_append_only() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'")
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        Refused(app, "DELETE FROM total").SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        Refused(app, "INSERT INTO schema_version VALUES (99, 'x', 0)").SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [OnPostgres]
    public void Details_of_contacts_are_not_for_everybody_who_reads_the_books_and_go_only_when_they_were_erased()
    {
        using var test = TestLedgers.WithEveryKindOfRow();
        var (app, reader) = (As(test, "fundledger_app"), As(test, "fundledger_read"));
        Refused(reader, "SELECT name FROM contact_details").SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        using var ledger = Ledger.Open(reader, test.Clock).ShouldBeDone();
        ledger.Contacts.Of("NOR").ShouldBeEmpty();
        Refused(app, "UPDATE contact_details SET name = ''").SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        Refused(app, "TRUNCATE contact_details").SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        Refused(app, "DELETE FROM contact_details").MessageText.ShouldBe("details of a contact go only after its erasure was recorded");
        using var owner = new ForeignProgram(test.Address);
        owner.Refusal("TRUNCATE contact_details").ShouldContain("details of a contact never change");
    }

    /// <summary>A temporary table is found before the ledger's own, unless the guards say where they look.</summary>
    [OnPostgres]
    public void A_temporary_table_of_the_same_name_does_not_deceive_the_guards()
    {
        using var test = new TestLedger();
        test.Ledger.Closing.Close(2024, TestLedgers.AllExplained, Clerk).ShouldBeDone();
        using var foreign = new ForeignProgram(As(test, "fundledger_app"));
        foreign.Keep("CREATE TEMP TABLE closing (LIKE fundledger.closing)");
        foreign.Refusal(ForeignProgram.Entry("payment", "2024-05-05", lines: 0)).ShouldContain("the year is closed");
    }

    [OnPostgres]
    public void The_reading_role_reads_everything_and_writes_nothing()
    {
        using var test = TestLedgers.WithEveryKindOfRow();
        var reader = As(test, "fundledger_read");
        using var ledger = Ledger.Open(reader, test.Clock).ShouldBeDone();
        ledger.CanWrite.ShouldBeFalse();
        ledger.ShouldVerify();
        ledger.Figures.Read(Day("2025-12-31"), ledger.Journal.Known().Value).Rows.ShouldNotBeEmpty();
        foreach (var sql in new[] { "INSERT INTO content VALUES ('', '')", "UPDATE total SET usd = 0", "DELETE FROM claim" })
            Refused(reader, sql).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        var refused = Should.Throw<PostgresException>(() =>
            ledger.Pledges.Add(new NewPledge("NOR", "VFTC", Day("2026-01-10"), Euro(1)), Clerk));
        Ledger.Trouble(refused)!.Message.ShouldContain("the database role may not do this");
    }

    /// <summary>A standby takes nothing, not even that somebody came in.</summary>
    [OnPostgres]
    public void People_come_in_where_the_ledger_can_only_be_read()
    {
        using var test = new TestLedger();
        test.Ledger.Access.SetPassword("clerk", "a hash");
        PostgresServer.Execute(test.Address, """
            DO $$ BEGIN CREATE ROLE standby_login LOGIN IN ROLE fundledger_app; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
            ALTER ROLE standby_login SET default_transaction_read_only = on
            """);
        using var standby = Ledger.Open(test.Address.Replace("//ledger@", "//standby_login@", StringComparison.Ordinal), test.Clock).ShouldBeDone();
        standby.CanWrite.ShouldBeFalse();

        standby.Access.CameIn("clerk");
        standby.Access.Rehash("clerk", "another hash");
        standby.Access.Failed("clerk");

        var signIn = standby.Access.SignInOf("clerk")!;
        (signIn.PasswordHash, signIn.Failures, signIn.LastAt).ShouldBe(("a hash", 0, null));
    }

    [OnPostgres]
    public void What_is_truncated_replaced_or_switched_off_by_the_owner_is_refused_or_found()
    {
        using var test = TestLedgers.WithEveryKindOfRow();
        using var owner = new ForeignProgram(test.Address);
        owner.Refusal("TRUNCATE setting").ShouldBe("setting is append-only: post an entry that corrects it");
        owner.Keep("ALTER TABLE entry DISABLE TRIGGER entry_persons");
        owner.Keep("CREATE OR REPLACE VIEW standing_rule AS SELECT kind, threshold_usd FROM approval_rule WHERE false");
        owner.Keep("CREATE OR REPLACE FUNCTION closing_in_order() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'");
        test.Ledger.Checks.Run(["guards"]).Single().Problems.Select(problem => problem.Message.Split(' ')[0]).Order()
            .ShouldBe(["closing_in_order", "entry_persons", "standing_rule"]);
    }
}
