using System.Security.Authentication;
using Dapper;
using FundLedger.Data;
using FundLedger.Data.Engines;
using Npgsql;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Data.Engines;

public class PostgresAddressTests
{
    [Theory]
    [InlineData("postgres://db.example.org/funds", "db.example.org", "funds", null, null)]
    [InlineData("postgresql://desk@db.example.org:5433/funds", "db.example.org:5433", "funds", "desk", null)]
    [InlineData("postgres://desk:s%40cret%2F@127.0.0.1/funds", "127.0.0.1", "funds", "desk", "s@cret/")]
    [InlineData("postgres://desk:a:b@one:5432,two:5432/funds?sslmode=verify-full", "one:5432,two:5432", "funds", "desk", "a:b")]
    public void An_address_names_user_password_host_and_database(string address, string host, string database, string? user, string? password)
    {
        var read = PostgresAddress.Read(address).ShouldBeDone();
        (read.Host, read.Database, read.User, read.Password).ShouldBe((host, database, user, password));
    }

    [Theory]
    [InlineData("postgres://desk:secret@/funds")]
    [InlineData("postgres://desk:secret@host")]
    [InlineData("postgres://desk:secret@host/")]
    public void What_is_no_address_is_refused_without_the_password(string address)
    {
        var problem = PostgresAddress.Read(address).ShouldBeRefused();
        problem.Message.ShouldContain("is not the address of a database");
        problem.ToText().ShouldNotContain("secret");
    }

    [Fact]
    public void Shown_it_has_no_password() =>
        PostgresAddress.Read("postgres://desk:secret@host:1/funds").ShouldBeDone().ToString().ShouldBe("postgres://desk@host:1/funds");

    [OnPostgres]
    public void A_database_that_holds_nothing_is_no_ledger_and_one_that_holds_something_else_is_left_alone()
    {
        var address = PostgresServer.Empty();
        var clock = new TestClock();
        Ledger.Open(address, clock).ShouldBeRefused().Message.ShouldContain("is not a ledger");
        PostgresServer.Execute(address, "CREATE TABLE public.recipes (name text)");
        Ledger.Create(address, clock, TestLedger.Clerk).ShouldBeRefused().Message.ShouldContain("holds something else: public.recipes");
        PostgresServer.Execute(address, "DROP TABLE public.recipes");
        Ledger.Create(address, clock, TestLedger.Clerk).ShouldBeDone().Dispose();
        Ledger.Create(address, clock, TestLedger.Clerk).ShouldBeRefused().Message.ShouldContain("exists already: it holds a ledger");
        PostgresServer.Drop(address);
    }

    [Fact]
    public void A_pool_of_connections_before_the_server_is_asked_for_nothing_special()
    {
        var asked = new NpgsqlConnectionStringBuilder(PostgresAddress.Read("postgres://desk@host/funds").ShouldBeDone().ConnectionString());
        asked.Options.ShouldBeNull();
        asked.SearchPath.ShouldBeNull();
    }

    [OnPostgres]
    public void A_session_is_set_up_when_it_stands()
    {
        var address = PostgresServer.Empty();
        using (var connection = Dialect.Of(address).ShouldBeDone().Open())
        {
            connection.ExecuteScalar<string>("SHOW search_path").ShouldBe("fundledger");
            connection.ExecuteScalar<string>("SHOW lock_timeout").ShouldBe("1min");
        }

        PostgresServer.Drop(address);
    }

    [Fact]
    public void A_certificate_that_cannot_be_trusted_is_told_in_plain_words()
    {
        var problem = Dialect.Explain(new NpgsqlException("handshake", new AuthenticationException("rejected"))).ShouldNotBeNull();
        problem.Message.ShouldBe("no encrypted connection to the database server that can be trusted");
        problem.Remedy.ShouldContain("sslrootcert");
    }
}
