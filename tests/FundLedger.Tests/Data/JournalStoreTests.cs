using FundLedger.Data.Payments;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data;

public class JournalStoreTests
{
    static readonly string[] Names =
        ["entry", "posting", "pledge", "instalment", "payment", "allocation", "fund", "donor", "rate", "batch"];

    public static TheoryData<string> Tables => [.. Names];

    [Theory, MemberData(nameof(Tables))]
    public void Nothing_posted_is_updated_deleted_or_replaced(string table)
    {
        using var test = Busy();
        test.Ledger.Contributions.Import(ImportFile(test), new(), Clerk).ShouldBeDone();
        using var raw = new ForeignProgram(test.Address);
        foreach (var sql in new[]
        {
            $"UPDATE {table} SET {(table == "entry" ? "text = 'x'" : "line = line + 100")}",
            $"DELETE FROM {table}",
            $"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1",
        })
            raw.Refusal(sql).ShouldNotBeEmpty(sql);
    }

    [OnEachEngine]
    public void Allocations_cannot_exceed_the_receipt_even_in_raw_SQL()
    {
        using var test = Busy();
        using var raw = new ForeignProgram(test.Address);
        var payment = test.Ledger.Payments.Find("R-1").Value.Number;
        // A forged entry of its own, since those that stand take no further records.
        raw.Refusal(ForeignProgram.Entry("allocation", "2025-08-01", lines: 1) + $"""
            INSERT INTO allocation (entry, line, payment, pledge, instalment, fund, currency, amount, settled_currency, settled, usd)
            VALUES ((SELECT MAX(number) FROM entry), 1, {payment}, 0, 0, 'VFTC', 'EUR', 1, 'EUR', 1, 1)
            """).ShouldContain("cannot exceed what was received");
    }

    [OnEachEngine]
    public void A_changed_figure_is_found_and_its_entry_named()
    {
        using var test = Busy();
        var entry = test.Ledger.Payments.Find("R-1").Value.Number;
        using (var raw = new ForeignProgram(test.Address))
            raw.Keep($"DROP TRIGGER posting_keeps_update; UPDATE posting SET usd = usd + 1 WHERE entry = {entry} AND line = 1");
        var found = test.Ledger.Checks.Run().Single(check => check.Name == "seals").Problems.Single();
        found.Row.ShouldBe(entry);
        test.Ledger.Checks.Run().Where(check => check.Problems.Length > 0).Select(check => check.Name)
            .ShouldBe(["guards", "seals", "balance", "totals"]);
    }

    [OnEachEngine]
    public void A_tail_cut_off_is_found_by_a_printed_seal()
    {
        using var test = Busy();
        var printed = test.Ledger.Journal.Known().Value;
        using (var raw = new ForeignProgram(test.Address))
        {
            foreach (var table in Names.Where(table => table != "entry"))
                raw.Keep($"DROP TRIGGER {table}_keeps_delete; DELETE FROM {table} WHERE entry = {printed.Entry}");
            raw.Keep($"DROP TRIGGER entry_keeps_delete; DELETE FROM entry WHERE number = {printed.Entry}");
        }

        test.Ledger.Checks.Run().Single(check => check.Name == "seals").Problems.ShouldBeEmpty();
        test.Ledger.Checks.Holds(printed.Seal).Problems.Single().Message.ShouldContain("no entry has the seal");
    }

    [OnEachEngine]
    public void Totals_and_postings_tell_the_same_figures()
    {
        using var test = Busy();
        var known = test.Ledger.Journal.Known().Value;
        var fast = test.Ledger.Figures.Read(Day("2025-12-31"), known).Rows;
        // Later knowledge makes the same question one about the past, which is answered from the postings.
        test.Ledger.Pledges.Add(new NewPledge("CAN", "UPR-P", Day("2025-02-01"), Euro(5)), Clerk).ShouldBeDone();
        test.Ledger.Figures.Read(Day("2025-12-31"), known).Rows.ShouldBe(fast);
    }

    [OnEachEngine]
    public void As_known_then_is_not_changed_by_what_was_recorded_later()
    {
        using var test = Busy();
        var then = test.Ledger.Journal.Known().Value;
        var before = test.Ledger.Figures.Read(Day("2025-12-31"), then).Total();
        test.Clock.Now += TimeSpan.FromDays(40);
        test.Ledger.Payments.Reverse("R-1", Day("2025-09-01"), "mistake", Clerk).ShouldBeDone();

        var after = test.Ledger.Figures.Read(Day("2025-12-31"), test.Ledger.Journal.Known(then.At).Value).Total();
        (after.Received, after.Outstanding).ShouldBe((before.Received, before.Outstanding));
        test.Ledger.Figures.Read(Day("2025-12-31"), test.Ledger.Journal.Known().Value).Total().Received.ShouldBe(Amount.Usd(0));
    }

    [OnEachEngine]
    public void A_day_within_a_year_leaves_out_what_came_after_it()
    {
        using var test = Busy();
        var known = test.Ledger.Journal.Known().Value;
        test.Ledger.Figures.Read(Day("2025-06-30"), known).Total().Received.ShouldBe(Amount.Usd(0));
        test.Ledger.Figures.Read(Day("2025-07-01"), known).Total().Received.IsPositive.ShouldBeTrue();
    }

    [OnEachEngine]
    public void The_same_request_twice_has_one_effect_and_another_under_its_key_is_refused()
    {
        using var test = new TestLedger();
        var author = Clerk with { RequestKey = "key-1" };
        var request = new NewPledge("NOR", "VFTC", Day("2025-01-10"), Euro(1000));
        var first = test.Ledger.Pledges.Add(request, author).ShouldBeDone();
        test.Ledger.Pledges.Add(request, author).ShouldBeDone().ShouldBe(first);
        test.Ledger.Pledges.Add(request with { Amount = Euro(2000) }, author).ShouldBeRefused().Message.ShouldContain("used before");
        test.Ledger.Journal.Known().Value.Entry.ShouldBe(first.Entry);
    }

    [OnEachEngine]
    public void A_clock_set_back_does_not_make_later_entries_look_earlier()
    {
        using var test = new TestLedger();
        var before = test.Ledger.Journal.Known().Value.At;
        test.Clock.Now -= TimeSpan.FromDays(10);
        test.Ledger.Pledges.Add(new NewPledge("NOR", "VFTC", Day("2025-01-10"), Euro(1)), Clerk).ShouldBeDone();
        test.Ledger.Journal.Known().Value.At.ShouldBeGreaterThanOrEqualTo(before);
    }

    [OnEachEngine]
    public void A_reversal_of_what_others_built_on_is_refused_with_their_names()
    {
        using var test = Busy();
        var pledge = test.Ledger.Pledges.Find("P-1").Value.Number;
        var payment = test.Ledger.Payments.Find("R-1").Value.Number;
        var problem = test.Ledger.Journal.Reverse(pledge, Day("2025-09-01"), "mistake", Clerk).ShouldBeRefused();
        problem.Message.ShouldContain($"by entry {payment}");
        test.Ledger.Journal.Reverse(payment, Day("2025-09-01"), "mistake", Clerk).ShouldBeDone();
        test.Ledger.Journal.Reverse(pledge, Day("2025-09-01"), "mistake", Clerk).ShouldBeDone();
        test.Ledger.Figures.Read(Day("2026-12-31"), test.Ledger.Journal.Known().Value).Total().IsEmpty.ShouldBeTrue();
        test.Ledger.Checks.Run().ShouldAllBe(check => check.Problems.IsEmpty);
    }

    static TestLedger Busy()
    {
        var test = new TestLedger();
        test.Ledger.Pledges.Add(new NewPledge("NOR", "VFTC", Day("2025-01-10"), Euro(1000))
        { Reference = "P-1", Status = Rung.Signed }, Clerk).ShouldBeDone();
        test.Ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2025-07-01"), Euro(400)) { Reference = "R-1" },
            [new AllocationRequest { Pledge = "P-1" }], Clerk).ShouldBeDone();
        return test;
    }

    static string ImportFile(TestLedger test)
    {
        var file = test.Beside("import.csv");
        File.WriteAllText(file, "kind,donor,fund,date,currency,amount\npledge,NOR,VFTC,2025-01-10,EUR,5.00\n");
        return file;
    }
}
