using System.Text;
using FundLedger.Data.Bank;
using FundLedger.Money;
using FundLedger.Tests.Bank;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Bank;

public class BankStoreTests
{
    [OnEachEngine]
    public void The_same_file_twice_adds_nothing_whatever_it_is_called()
    {
        using var bank = new BankLedger();
        var first = bank.Import("march.xml", ("250.00", "Norway", "P-1"), ("-7.50", "Bank", "fee"));
        first.Added.ShouldBe(2);

        var again = bank.Import("march-again.xml", ("250.00", "Norway", "P-1"), ("-7.50", "Bank", "fee"));

        (again.Entry, again.Added, again.Known).ShouldBe((0, 0, 2));
        bank.Unexplained.Length.ShouldBe(2);
        bank.ShouldVerify();
    }

    [OnEachEngine]
    public void An_overlapping_file_adds_only_what_is_new_and_genuine_twins_stay_two()
    {
        using var bank = new BankLedger();
        bank.Import("one.xml", ("250.00", "Norway", "P-1"), ("250.00", "Norway", "P-1")).Added.ShouldBe(2);

        var longer = bank.Import("two.xml", ("250.00", "Norway", "P-1"), ("250.00", "Norway", "P-1"), ("30.00", "Chile", "P-2"));

        (longer.Added, longer.Known).ShouldBe((1, 2));
        bank.Unexplained.Length.ShouldBe(3);
        bank.ShouldVerify();
    }

    [OnEachEngine]
    public void A_statement_that_does_not_open_where_the_last_one_closed_is_kept_with_the_gap_named()
    {
        using var bank = new BankLedger();
        CamtFile April(string opening, string closing, string day)
        {
            var file = new CamtFile(8);
            return file.Statement(opening, closing, file.Entry("10.00", day: day));
        }

        bank.Import("march.xml", ("250.00", "Norway", "P-1")).Gaps.ShouldBeEmpty("nothing is held before it");
        bank.Import("april.xml", April("350.00", "360.00", "2026-04-10").ToString()).Gaps.ShouldBeEmpty();
        bank.Import("may.xml", April("367.50", "377.50", "2026-05-10").ToString()).Gaps.ShouldHaveSingleItem().ShouldContain(
            "opens on 2026-05-10 with 367.50 CHF, but the last one held closed on 2026-04-10 with 360.00 CHF: 7.50 CHF between them");
        bank.ShouldVerify();
    }

    [OnEachEngine]
    public void The_file_is_kept_and_its_bytes_come_back()
    {
        using var bank = new BankLedger();
        var file = new CamtFile(2);
        var content = file.Statement("100.00", "350.00", file.Entry("250.00")).ToString();
        bank.Import("march.xml", content);

        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(content)));

        Encoding.UTF8.GetString(bank.Ledger.Attachments.Read(hash).ShouldBeDone()).ShouldBe(content);
    }

    [OnEachEngine]
    public void A_file_that_does_not_foot_leaves_the_ledger_as_it_was()
    {
        using var bank = new BankLedger();
        var before = bank.Ledger.Journal.Known().Value;
        var file = new CamtFile(8);

        bank.Ledger.Bank.Import(bank.Write("bad.xml", file.Statement("100.00", "300.00", file.Entry("250.00")).ToString()),
            new BankImportOptions(), Clerk).ShouldBeRefused().Message.ShouldContain("does not foot");

        bank.Ledger.Journal.Known().Value.ShouldBe(before);
    }

    [OnEachEngine]
    public void A_dry_run_keeps_nothing()
    {
        using var bank = new BankLedger();
        var before = bank.Ledger.Journal.Known().Value;
        var file = new CamtFile(8);

        bank.Ledger.Bank.Import(bank.Write("march.xml", file.Statement("100.00", "350.00", file.Entry("250.00")).ToString()),
            new BankImportOptions { DryRun = true }, Clerk).ShouldBeDone().Added.ShouldBe(1);

        bank.Ledger.Journal.Known().Value.ShouldBe(before);
        bank.Unexplained.ShouldBeEmpty();
    }

    [OnEachEngine]
    public void A_bank_s_csv_is_read_by_its_profile_and_both_are_kept()
    {
        using var bank = new BankLedger();
        var profile = bank.Write("bank.profile", """
            name = Example
            account = CH93 0076 2011 6238 5295 7
            currency = CHF
            delimiter = ;
            date-format = dd.MM.yyyy
            booked = Day
            amount = Amount
            payer-name = Payer
            balance = Balance
            """);
        var csv = bank.Write("march.csv", "Day;Payer;Amount;Balance\n30.03.2026;Norway;250.00;350.00\n");

        bank.Ledger.Bank.Import(csv, new BankImportOptions { ProfilePath = profile }, Clerk).ShouldBeDone().Added.ShouldBe(1);

        var account = bank.Ledger.Bank.Accounts().ShouldHaveSingleItem();
        (account.Account, account.Balance).ShouldBe(("CH9300762011623852957", new Amount(350_00, Currency.Of("CHF"))));
        bank.ShouldVerify();
    }

    [OnEachEngine]
    public void An_import_that_is_undone_can_be_made_again()
    {
        using var bank = new BankLedger();
        var first = bank.Import("march.xml", ("250.00", "Norway", "P-1"));
        bank.Ledger.Bank.Undo(first.Entry, Day("2026-04-01"), "of another account", Clerk).ShouldBeDone();
        bank.Unexplained.ShouldBeEmpty();

        bank.Import("march.xml", ("250.00", "Norway", "P-1")).Added.ShouldBe(1);
        bank.ShouldVerify();
    }

    [OnEachEngine]
    public void Verify_names_a_kept_file_and_a_payer_s_name_that_were_changed()
    {
        using var bank = new BankLedger();
        var line = bank.Import("march.xml", ("250.00", "Norway", "P-1")).Entry;
        using (var foreign = new ForeignProgram(bank.Test.Address))
            foreign.Keep($"""
                DROP TRIGGER bank_text_keeps_update; UPDATE bank_text SET payer_name = 'Nobody';
                DROP TRIGGER {(TestEngine.IsPostgres ? "content_keeps" : "content_keeps_update")}; UPDATE content SET bytes = seal FROM entry;
                """);

        var found = bank.Ledger.Checks.Run().Where(check => !check.Problems.IsEmpty).ToDictionary(check => check.Name, check => check.Problems[0].Message);
        found.Keys.ShouldBe(["guards", "files", "bank-texts"]);
        found["files"].ShouldBe($"the file march.xml of entry {line} was changed");
        found["bank-texts"].ShouldContain("the text of bank line");
    }
}
