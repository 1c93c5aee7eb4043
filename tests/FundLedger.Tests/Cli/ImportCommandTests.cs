using System.Globalization;
using System.Text;
using CsCheck;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Cli;

public class ImportCommandTests
{
    const string Head = "kind,reference,pledge,donor,fund,date,currency,amount,status,note\n";

    const string Good = Head
        + "payment,R-1,P-1,Norway,VFTC,2025-03-20,EUR,400.00,,\n"
        + "pledge,P-1,,NOR,VFTC,2025-03-01,EUR,1000.00,signed,first\n"
        + "payment,R-2,P-1,NOR,VFTC,2025-07-01,EUR,700.00,,more than was owed\n";

    [OnEachEngine]
    public void A_payment_settles_a_pledge_of_any_row_of_the_same_file()
    {
        using var line = new Commandline().WithLedger();
        var done = line.Json("import", line.Write("good.csv", Good));

        (done.GetProperty("pledges").GetInt32(), done.GetProperty("payments").GetInt32()).ShouldBe((1, 2));
        var pledge = line.Json("pledges", "show", "P-1").GetProperty("pledge");
        pledge.GetProperty("paid").GetDecimal().ShouldBe(1000m);
        pledge.GetProperty("outstanding").GetDecimal().ShouldBe(0m);
        line.Json("payments", "show", "R-2").GetProperty("payment").GetProperty("unallocated").GetDecimal().ShouldBe(100m);
        line.Json("verify").GetProperty("ok").GetBoolean().ShouldBeTrue();
    }

    [TheoryOnEachEngine]
    [InlineData("pledge,P-2,,Norwy,VFTC,2025-03-01,EUR,5.00,,", "column donor \"Norwy\"", "Norway (NOR)")]
    [InlineData("pledge,P-2,,NOR,VFTK,2025-03-01,EUR,5.00,,", "column fund \"VFTK\"", "VFTC")]
    [InlineData("pledge,P-2,,NOR,VFTC,2025-03-01,EUX,5.00,,", "column currency \"EUX\"", "ISO 4217")]
    [InlineData("pledge,P-2,,NOR,VFTC,2025-03-01,NOK,5.00,,", "column currency", "no rate of exchange for NOK on 2025-03-01")]
    [InlineData("pledge,P-2,,NOR,VFTC,03/04/2025,EUR,5.00,,", "column date \"03/04/2025\"", "2025-03-31")]
    [InlineData("pledge,P-2,,NOR,VFTC,2025-03-01,EUR,\"1,234\",,", "column amount \"1,234\"", "12500.00")]
    [InlineData("pledge,P-1,,NOR,VFTC,2025-03-01,EUR,5.00,,", "column reference \"P-1\"", "taken by another pledge")]
    [InlineData("payment,R-2,,NOR,VFTC,2025-03-01,EUR,5.00,,", "column reference \"R-2\"", "taken by another payment")]
    [InlineData("payment,R-3,P-9,NOR,VFTC,2025-03-01,EUR,5.00,,", "column pledge \"P-9\"", "neither in the ledger nor in this file")]
    [InlineData("payment,R-3,P-1,CAN,VFTC,2025-03-01,EUR,5.00,,", "column pledge \"P-1\"", "is of NOR")]
    [InlineData("gift,R-3,,CAN,VFTC,2025-03-01,EUR,5.00,,", "column kind \"gift\"", "pledge or payment")]
    [InlineData("pledge,P-2,,NOR,VFTC,2025-03-01,EUR,-5.00,,", "column amount \"-5.00\"", "amend")]
    public void A_bad_row_changes_nothing_and_is_named_with_its_remedy(string row, string place, string text)
    {
        using var line = new Commandline().WithLedger();
        var before = line.Json("verify").GetProperty("seal").GetString();

        line.Run("import", line.Write("bad.csv", Good + row + "\n" + "payment,R-9,,CAN,VFTC,2025-03-01,EUR,5.00,,\n")).ShouldBe(1);

        line.Error.ShouldContain("bad.csv, row 5, " + place);
        line.Error.ShouldContain(text);
        line.Json("verify").GetProperty("seal").GetString().ShouldBe(before);
    }

    [OnEachEngine]
    public void All_problems_are_counted_and_at_most_a_hundred_are_shown()
    {
        using var line = new Commandline().WithLedger();
        var rows = new StringBuilder(Head);
        for (var i = 0; i < 250; i++)
            rows.Append(CultureInfo.InvariantCulture, $"pledge,P-{i},,Nobody {i},VFTC,2025-03-01,EUR,5.00,,\n");
        line.Run("import", line.Write("bad.csv", rows.ToString())).ShouldBe(1);

        line.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(101);
        line.Error.ShouldContain("250 problems in all");
    }

    [OnEachEngine]
    public void A_dry_run_says_what_would_happen_and_keeps_nothing()
    {
        using var line = new Commandline().WithLedger();
        var before = line.Json("verify").GetProperty("seal").GetString();
        line.Run("import", line.Write("good.csv", Good), "--dry-run").ShouldBe(0);
        line.Output.ShouldContain("Would import 1 pledges and 2 payments");
        line.Json("verify").GetProperty("seal").GetString().ShouldBe(before);
    }

    [OnEachEngine]
    public void A_figure_in_US_dollars_is_checked_against_the_rate()
    {
        using var line = new Commandline().WithLedger();
        const string head = "kind,reference,donor,fund,date,currency,amount,usd\n";
        line.Run("import", line.Write("a.csv", head + "payment,R-1,NOR,VFTC,2025-03-20,EUR,400.00,444.44\n")).ShouldBe(0);
        line.Run("import", line.Write("b.csv", head + "payment,R-2,NOR,VFTC,2025-03-20,EUR,400.00,444\n")).ShouldBe(0);
        line.Run("import", line.Write("c.csv", head + "payment,R-3,NOR,VFTC,2025-03-20,EUR,400.00,445\n")).ShouldBe(1);
        line.Error.ShouldContain("is 444.44 USD, not 445.00 USD");
    }

    [OnEachEngine]
    public void Unknown_donors_are_added_only_when_asked()
    {
        using var line = new Commandline().WithLedger();
        var file = line.Write("new.csv", Head + "pledge,P-1,,Fundación Ñandú,VFTC,2025-03-01,EUR,5.00,,\n");
        line.Run("import", file).ShouldBe(1);
        line.Run("import", file, "--create-donors").ShouldBe(0);
        line.Json("donors", "show", "fundacion nandu").GetProperty("donor").GetProperty("name").GetString().ShouldBe("Fundación Ñandú");
    }

    [OnEachEngine]
    public void Columns_stand_in_any_order_and_unknown_ones_become_notes()
    {
        using var line = new Commandline().WithLedger();
        line.Run("import", line.Write("any.csv",
            "amount;currency;Desk;date;fund;donor;kind;reference\n5,00;EUR;Geneva;2025-03-01;VFTC;NOR;pledge;P-1\n")).ShouldBe(0);
        line.Json("pledges", "show", "P-1").GetProperty("pledge").GetProperty("note").GetString().ShouldBe("Desk: Geneva");
    }

    [OnEachEngine]
    public void What_is_exported_can_be_imported_into_an_empty_ledger()
    {
        using var line = new Commandline().WithLedger();
        line.Json("import", line.Write("good.csv", Good
            + "payment,R-3,-,CAN,UPR-P,2025-03-01,EUR,5.00,,\npayment,R-4,,CAN,UPR-P,2025-04-01,EUR,-2.50,,\n"));
        line.Json("pledges", "add", "--donor", "IRL", "--fund", "UPR-I", "--amount", "100", "--currency", "EUR", "--date", "2025-01-31",
            "--reference", "P-3", "--instalments", "3");
        line.Json("export", "contributions", "--out", Path.Combine(line.Folder, "a.csv"));

        using var other = new Commandline().WithLedger();
        other.Json("import", Path.Combine(line.Folder, "a.csv"));
        other.Json("export", "contributions", "--out", Path.Combine(other.Folder, "a.csv"));

        static string WithoutEntries(string folder) => string.Join('\n', File.ReadLines(Path.Combine(folder, "a.csv"))
            .Select(row => row[..row.LastIndexOf(',')]).Order(StringComparer.Ordinal));
        WithoutEntries(other.Folder).ShouldBe(WithoutEntries(line.Folder));
    }

    [OnEachEngine]
    public void A_payment_before_its_pledge_waits_for_the_day_of_the_pledge()
    {
        using var line = new Commandline().WithLedger();
        line.Json("import", line.Write("early.csv", Head
            + "pledge,P-1,,NOR,VFTC,2025-03-01,EUR,1000.00,,\npayment,R-1,P-1,NOR,VFTC,2025-01-15,EUR,1000.00,,\n"));
        var entries = line.Json("payments", "show", "R-1").GetProperty("entries");
        entries.EnumerateArray().Select(entry => (entry.GetProperty("kind").GetString(), entry.GetProperty("date").GetString()))
            .ShouldBe([("payment", "2025-01-15"), ("allocation", "2025-03-01")]);
        line.Json("pledges", "show", "P-1").GetProperty("pledge").GetProperty("outstanding").GetDecimal().ShouldBe(0m);
    }

    [OnEachEngine]
    public void Random_files_keep_pledged_less_paid_equal_to_outstanding() =>
        Gen.Select(Gen.Int[1, 5000], Gen.Int[1, 4000], Gen.Int[1, 12], Gen.Bool).Array[1, 30].Sample(rows =>
        {
            using var line = new Commandline().WithLedger();
            var file = new StringBuilder(Head);
            for (var i = 0; i < rows.Length; i++)
            {
                var (pledged, paid, month, signed) = rows[i];
                file.Append(CultureInfo.InvariantCulture,
                    $"payment,R-{i},P-{i},NOR,VFTC,2025-{month:D2}-20,EUR,{paid}.10,,\n");
                file.Append(CultureInfo.InvariantCulture,
                    $"pledge,P-{i},,NOR,VFTC,2025-{month:D2}-01,EUR,{pledged}.07,{(signed ? "signed" : "")},\n");
            }

            line.Json("import", line.Write("random.csv", file.ToString()));
            foreach (var pledge in line.Json("pledges", "list", "--take", "100").EnumerateArray())
                (pledge.GetProperty("promised").GetDecimal() - pledge.GetProperty("paid").GetDecimal() - pledge.GetProperty("written_off").GetDecimal())
                    .ShouldBe(pledge.GetProperty("outstanding").GetDecimal());
            line.Json("verify").GetProperty("ok").GetBoolean().ShouldBeTrue();
        }, iter: 8, threads: 1);
}
