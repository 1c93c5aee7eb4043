using System.Net;
using FundLedger.Tests.Data;
using FundLedger.Tests.Data.Engines;
using FundLedger.Web.Access;
using Shouldly;

namespace FundLedger.Tests.Web;

/// <summary>A desk before a standby: people look, and what they would record is refused on its own page.</summary>
public sealed class StandbyTests
{
    [OnPostgres]
    public void Views_keys_passwords_and_payments_are_refused_in_plain_words()
    {
        using var desk = new DeskLedger(Prepare, options => options with
        { Ledger = options.Ledger.Replace("//ledger@", "//standby_desk@", StringComparison.Ordinal) });
        using var anna = desk.SignedIn("anna");
        anna.Page("/donors");

        ShouldBeRefused(anna.Send("/donors", "/views", ("do", "keep"), ("address", "/donors?kind=ngo"), ("view-name", "NGOs")));
        ShouldBeRefused(anna.Post("/account", ("do", "key"), ("label", "a program")));
        ShouldBeRefused(anna.Post("/account", ("do", "password"), ("now", DeskLedger.Password), ("password", "seven green 9 engines"),
            ("again", "seven green 9 engines")));
        ShouldBeRefused(anna.Post("/payments/new", ("donor", "NOR"), ("fund", "VFTC"), ("date", "2025-01-10"), ("amount", "10"),
            ("currency", "USD"), ("do", "record")));
        desk.Test.Ledger.Access.Keys().ShouldBeEmpty();
    }

    static void ShouldBeRefused(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Browser.Text(answer).ShouldContain("the ledger can only be read here: this server is a standby");
    }

    static void Prepare(TestLedger test)
    {
        test.WithPersons();
        Passwords.Set(test.Ledger, "anna", DeskLedger.Password).ShouldBeDone();
        PostgresServer.Execute(test.Address, """
            DO $$ BEGIN CREATE ROLE standby_desk LOGIN IN ROLE fundledger_app; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
            ALTER ROLE standby_desk SET default_transaction_read_only = on
            """);
    }
}
