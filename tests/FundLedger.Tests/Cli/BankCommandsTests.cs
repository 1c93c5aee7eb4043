using FundLedger.Tests.Bank;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Cli;

public class BankCommandsTests
{
    [OnEachEngine]
    public void A_statement_is_imported_matched_explained_and_confirmed_from_the_command_line()
    {
        using var line = new Commandline().WithLedger();
        line.Json("rates", "import", line.Write("chf.csv", "currency,effective_date,rate\nCHF,2019-12-31,0.97\n"));
        line.Json("pledges", "add", "--donor", "NOR", "--fund", "VFTC", "--amount", "400", "--currency", "CHF", "--date", "2026-01-10",
            "--status", "signed", "--reference", "NOR-2026-1");
        var camt = new CamtFile(8);
        var file = line.Write("march.xml", camt.Statement("100.00", "492.50",
            camt.Entry("400.00", camt.Payment("Norway", "NOR-2026-1")), camt.Entry("-7.50")).ToString());

        line.Json("bank", "import", file).GetProperty("added").GetInt32().ShouldBe(2);
        line.Json("bank", "import", file).GetProperty("added").GetInt32().ShouldBe(0);
        var found = line.Json("bank", "match");
        found.GetArrayLength().ShouldBe(2);
        var best = found[0].GetProperty("candidates")[0];
        best.GetProperty("settles")[0].GetString().ShouldBe("NOR-2026-1 instalment 1");
        line.Run("bank", "match", "--explain").ShouldBe(0);
        line.Output.ShouldContain("amount equals NOR-2026-1 instalment 1");

        line.Run("bank", "confirm", found[0].GetProperty("line").GetString()!).ShouldBe(0);
        line.Output.ShouldContain("Payment of 400.00 CHF from NOR to VFTC");
        line.Run("bank", "confirm", found[1].GetProperty("line").GetString()!, "--fee", "VFTC").ShouldBe(0);
        line.Json("bank", "match").GetArrayLength().ShouldBe(0);
        line.Json("pledges", "show", "NOR-2026-1").GetProperty("pledge").GetProperty("outstanding").GetDecimal().ShouldBe(0);

        line.Run("bank", "undo", found[0].GetProperty("line").GetString()!, "--date", "2026-04-01", "--reason", "of another donor").ShouldBe(0);
        line.Json("bank", "match").GetArrayLength().ShouldBe(1);
        line.Json("verify").GetProperty("ok").GetBoolean().ShouldBeTrue();
    }

    [OnEachEngine]
    public void What_cannot_be_a_line_is_refused_with_what_to_write()
    {
        using var line = new Commandline().WithLedger();
        line.Run("bank", "confirm", "seven").ShouldBe(1);
        line.Error.ShouldContain("'seven' is not a bank line; write it as 'fundledger bank match' lists it, such as 57.2");
        line.Run("bank", "confirm", "57.2").ShouldBe(1);
        line.Error.ShouldContain("there is no bank line 57.2");
    }
}
