using FundLedger.Data.Contributions;
using FundLedger.Journal;
using FundLedger.Reports;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;
using static FundLedger.Tests.Data.TestLedgers;

namespace FundLedger.Tests.Data.Journal;

public class BatchStoreTests
{
    const string Rows = """
        kind,reference,pledge,donor,fund,date,currency,amount,status
        pledge,P-1,,NOR,VFTC,2025-02-01,EUR,1000.00,signed
        pledge,P-2,,SWE,UPR-P,2025-02-01,EUR,70.00,pledged
        payment,R-1,P-1,NOR,VFTC,2025-06-10,EUR,400.00,
        payment,R-2,OLD,NOR,VFTC,2025-06-11,EUR,30.00,
        payment,R-3,,NOR,VFTC,2025-06-12,EUR,5.00,
        """;

    static long Import(TestLedger test) =>
        test.Ledger.Contributions.Import(test.File("rows.csv", Rows), new ImportOptions(), Clerk).ShouldBeDone().Batch;

    static TestLedger WithOldPledge()
    {
        var test = new TestLedger();
        test.Ledger.Promise("OLD", "2025-01-10", Euro(100));
        return test;
    }

    static Figure[] FiguresOf(TestLedger test) =>
        [.. test.Ledger.Figures.Read(DateOnly.MaxValue, test.Ledger.Journal.Known().Value).Rows];

    [OnEachEngine]
    public void Undoing_an_import_leaves_every_figure_as_it_was_before()
    {
        using var test = WithOldPledge();
        var before = FiguresOf(test);
        var batch = Import(test);
        FiguresOf(test).ShouldNotBe(before);

        var undone = test.Ledger.Batches.Undo(batch, Day("2025-07-01"), "the wrong file", Clerk).ShouldBeDone();

        FiguresOf(test).ShouldBe(before);
        undone.Text.ShouldBe("Import of rows.csv undone: 5 entries reversed");
        test.Ledger.Pledges.Find("OLD").Value.Outstanding.ShouldBe(Euro(100));
        test.Ledger.ShouldVerify();
    }

    [OnEachEngine]
    public void The_undoing_is_one_batch_linked_to_the_import_the_newest_reversed_first()
    {
        using var test = WithOldPledge();
        var batch = Import(test);
        var undone = test.Ledger.Batches.Undo(batch, Day("2025-07-01"), "the wrong file", Clerk).ShouldBeDone();

        var trail = test.Ledger.Audit.Page(new() { Kind = EntryKind.Reversal }).Reverse().Select(line => line.Entry).ToArray();
        trail[0].Reverses.ShouldBe(batch);
        trail.Skip(1).ShouldAllBe(entry => entry.Batch == undone.Entry && entry.Reason == "the wrong file");
        trail.Skip(1).Select(entry => entry.Reverses).ShouldBe([batch + 5, batch + 4, batch + 3, batch + 2, batch + 1]);
    }

    [OnEachEngine]
    public void The_same_file_can_be_imported_again_after_it_was_undone()
    {
        using var test = WithOldPledge();
        var batch = Import(test);
        var imported = FiguresOf(test);
        test.Ledger.Batches.Undo(batch, Day("2025-07-01"), "once more", Clerk).ShouldBeDone();

        var again = Import(test);

        FiguresOf(test).ShouldBe(imported);
        test.Ledger.Batches.Undo(again, Day("2025-07-02"), "and back", Clerk).ShouldBeDone();
        test.Ledger.ShouldVerify();
    }

    [OnEachEngine]
    public void An_import_is_undone_once()
    {
        using var test = WithOldPledge();
        var batch = Import(test);
        test.Ledger.Batches.Undo(batch, Day("2025-07-01"), "the wrong file", Clerk).ShouldBeDone();
        test.Ledger.Batches.Undo(batch, Day("2025-07-01"), "again", Clerk).ShouldBeRefused().Message.ShouldContain("is undone already");
    }

    [OnEachEngine]
    public void What_was_built_on_an_import_stops_its_undoing_and_is_named()
    {
        using var test = WithOldPledge();
        var batch = Import(test);
        var head = test.Ledger.Journal.Head();
        var later = test.Ledger.Pay("R-9", "2025-06-20", Euro(50), "P-1");
        var refund = test.Ledger.Payments.Refund("R-3", null, Day("2025-06-21"), "asked back", Clerk).ShouldBeDone();

        var refused = test.Ledger.Batches.Undo(batch, Day("2025-07-01"), "the wrong file", Clerk).ShouldBeRefused();
        refused.Message.ShouldContain($"{refund.Entry} (5.00 EUR of payment R-3 refunded); {later.Entry} (Payment of 50.00 EUR from NOR to VFTC)");
        test.Ledger.Journal.Head().Entry.ShouldBe(refund.Entry, "nothing of it was posted");
        head.Entry.ShouldBe(batch + 5);

        test.Ledger.Journal.Reverse(refund.Entry, Day("2025-06-22"), "for the undoing", Clerk).ShouldBeDone();
        test.Ledger.Payments.Reverse("R-9", Day("2025-06-22"), "for the undoing", Clerk).ShouldBeDone();
        test.Ledger.Batches.Undo(batch, Day("2025-07-01"), "the wrong file", Clerk).ShouldBeDone();
        test.Ledger.ShouldVerify();
    }

    [OnEachEngine]
    public void What_was_reversed_before_is_not_reversed_again()
    {
        using var test = WithOldPledge();
        var batch = Import(test);
        test.Ledger.Payments.Reverse("R-1", Day("2025-06-15"), "a slip", Clerk).ShouldBeDone();
        test.Ledger.Batches.Undo(batch, Day("2025-07-01"), "the wrong file", Clerk).ShouldBeDone().Text.ShouldContain("4 entries reversed");
        test.Ledger.ShouldVerify();
    }

    [OnEachEngine]
    public void An_undoing_into_a_closed_year_posts_nothing()
    {
        using var test = WithOldPledge();
        var batch = Import(test);
        test.Ledger.Closing.Close(2025, AllExplained, Clerk).ShouldBeDone();
        var head = test.Ledger.Journal.Head();

        test.Ledger.Batches.Undo(batch, Day("2025-07-01"), "late", Clerk).ShouldBeRefused().Message.ShouldContain("2025 is closed");
        test.Ledger.Journal.Head().ShouldBe(head);
        test.Ledger.Batches.Undo(batch, Day("2026-01-01"), "late", Clerk).ShouldBeDone();
    }

    [OnEachEngine]
    public void A_statement_that_was_taken_over_is_undone_with_its_file()
    {
        using var test = new TestLedger();
        var file = test.File("statement.csv", "fund,year,class,amount\nVFTC,2025,interest,10.00\nUPR-P,2024,field work,20.00\n");
        var batch = test.Ledger.Statements.Import(file, Clerk).ShouldBeDone().Batch;
        test.Ledger.Batches.Undo(batch, test.Ledger.Today, "the wrong figures", Clerk).ShouldBeDone();
        test.Ledger.Statements.Import(file, Clerk).ShouldBeDone();
        test.Ledger.ShouldVerify();
    }

    [OnEachEngine]
    public void Only_an_import_is_undone_as_a_batch()
    {
        using var test = WithOldPledge();
        test.Ledger.Batches.Undo(1, test.Ledger.Today, "no", Clerk).ShouldBeRefused().Message.ShouldBe("entry 1 is of kind funds, not an import");
        test.Ledger.Batches.Undo(999, test.Ledger.Today, "no", Clerk).ShouldBeRefused().Message.ShouldBe("there is no entry 999");
    }
}
