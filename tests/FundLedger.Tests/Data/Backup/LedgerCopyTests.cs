using FundLedger.Data;
using FundLedger.Data.Backup;
using FundLedger.Journal;
using FundLedger.Payments;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Backup;

public class LedgerCopyTests
{
    static string Beside(TestLedger test, string name) => test.Beside(name);

    [Fact]
    public void A_backup_is_whole_verified_and_ends_with_the_seal_of_the_ledger()
    {
        using var test = TestLedgers.WithEveryKindOfRow();
        var head = test.Ledger.Journal.Head();
        var backup = LedgerCopy.Make(test.Address, Beside(test, "backup.db"), test.Clock).ShouldBeDone();
        (backup.Entry, backup.Seal).ShouldBe((head.Entry, head.Seal));

        var restored = LedgerCopy.Make(backup.File, Beside(test, "books/restored.db"), test.Clock).ShouldBeDone();
        restored.Seal.ShouldBe(head.Seal);
        using var ledger = Ledger.Open(restored.File, test.Clock).Value;
        ledger.ShouldVerify();
        ledger.Journal.Head().ShouldBe(head);
        Directory.GetFiles(test.Beside("."), "*.part*").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_backup_is_made_while_others_write()
    {
        using var test = new TestLedger();
        using var enough = new CancellationTokenSource();
        using var started = new ManualResetEventSlim();
        var writer = Task.Run(() =>
        {
            using var ledger = Ledger.Open(test.Address, test.Clock).Value;
            long last = 0;
            while (!enough.IsCancellationRequested)
            {
                last = ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2025-03-01"), Euro(1)), [], Clerk).Value.Entry;
                started.Set();
            }

            return last;
        });
        started.Wait();
        var before = test.Ledger.Journal.Head().Entry;

        var backup = LedgerCopy.Make(test.Address, Beside(test, "backup.db"), test.Clock).ShouldBeDone();

        await enough.CancelAsync();
        var last = await writer;
        backup.Entry.ShouldBeInRange(before, last);
        last.ShouldBeGreaterThan(backup.Entry, "the writer went on while the copy was made and verified");
        test.Ledger.Checks.Holds(backup.Seal).Problems.ShouldBeEmpty();
        test.Ledger.ShouldVerify();
    }

    [Fact]
    public void Nothing_is_written_over()
    {
        using var test = new TestLedger();
        var file = test.File("precious.txt", "precious");
        LedgerCopy.Make(test.Address, file, test.Clock).ShouldBeRefused().Message.ShouldContain("exists already");
        LedgerCopy.Make(file, test.Address, test.Clock).ShouldBeRefused().Message.ShouldContain("exists already");
        File.ReadAllText(file).ShouldBe("precious");
    }

    [Fact]
    public void A_ledger_that_was_changed_by_hand_gives_no_good_backup()
    {
        using var test = new TestLedger();
        test.Ledger.Pay("R-1", "2025-03-01", Euro(50));
        using (var foreign = new ForeignProgram(test.Address))
            foreign.Keep("DROP TRIGGER payment_keeps_update; UPDATE payment SET amount = amount + 1");
        var file = Beside(test, "backup.db");

        LedgerCopy.Make(test.Address, file, test.Clock).Problems.ShouldContain(problem => problem.Message.StartsWith("seals: entry"));
        File.Exists(file).ShouldBeFalse();
        Directory.GetFiles(test.Beside("."), "*.part*").ShouldBeEmpty();
    }

    [Fact]
    public void A_backup_that_was_damaged_since_is_not_restored()
    {
        using var test = TestLedgers.WithEveryKindOfRow();
        var backup = LedgerCopy.Make(test.Address, Beside(test, "backup.db"), test.Clock).ShouldBeDone();
        var bytes = File.ReadAllBytes(backup.File);
        var place = bytes.AsSpan().LastIndexOf("Import of rows.csv"u8);
        bytes[place] = (byte)'i';
        File.WriteAllBytes(backup.File, bytes);

        LedgerCopy.Make(backup.File, Beside(test, "restored.db"), test.Clock).Problems
            .ShouldContain(problem => problem.Message.EndsWith("it, or one of its records, was changed"));
        File.Exists(Beside(test, "restored.db")).ShouldBeFalse();
    }

    [Fact]
    public void What_is_no_ledger_is_not_restored()
    {
        using var test = new TestLedger();
        Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() =>
            LedgerCopy.Make(test.File("letter.db", new string('x', 5000)), Beside(test, "restored.db"), test.Clock));
        Directory.GetFiles(test.Beside("."), "restored*").ShouldBeEmpty();
        LedgerCopy.Make(Beside(test, "nowhere.db"), Beside(test, "restored.db"), test.Clock).ShouldBeRefused().Message.ShouldContain("there is no ledger");
    }
}
