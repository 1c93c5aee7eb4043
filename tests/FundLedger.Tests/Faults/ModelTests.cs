using FundLedger.Data;
using FundLedger.Data.Payments;
using FundLedger.Data.Reports;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace FundLedger.Tests.Faults;

/// <summary>Ten thousand random events: the ledger and a clerk with pencil and paper come to the same balances.</summary>
public class ModelTests(ITestOutputHelper output)
{
    const int Ledgers = 10;
    const int Events = 1050;
    const int BetweenLooks = 350;

    [Fact]
    public void Every_balance_is_what_paper_and_pencil_come_to_and_a_replay_ends_with_the_same_seal()
    {
        var ledgers = Trials.Count(Ledgers);
        var (refusals, undone) = (0, 0);
        for (var i = 0; i < ledgers; i++)
        {
            var events = Live(Trials.Seed + i);
            refusals += events.Refusals;
            undone += events.Undone;
        }

        Trials.Print(output, $"events in {ledgers} ledgers, {refusals} refused, {undone} reversals", ledgers * Events);
        refusals.ShouldBeGreaterThan(0);
        undone.ShouldBeGreaterThan(0);
    }

    static RandomEvents Live(int seed)
    {
        var folder = Folder();
        try
        {
            var clock = new TestClock();
            using var ledger = Ledger.Create(Path.Combine(folder, "ledger.db"), clock, new Author("founder")).ShouldBeDone();
            var events = new RandomEvents(ledger, clock, new Random(seed));
            events.Begin();
            for (var i = 1; i <= Events; i++)
            {
                try
                {
                    events.Next();
                    if (i % BetweenLooks == 0) Compare(ledger, events.Paper);
                }
                catch (Exception fault)
                {
                    throw new InvalidOperationException($"seed {seed}, event {i}: {fault.Message}", fault);
                }
            }

            ledger.ShouldVerify();
            TrialBalance(folder);
            SameSealAgain(ledger, events, folder);
            return events;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static void Compare(Ledger ledger, PaperBooks paper)
    {
        var pledges = ledger.PledgeLines.Page(new PledgeFilter { Take = int.MaxValue }, DateOnly.MaxValue, ledger.Journal.Known().Value)
            .ToDictionary(line => line.Reference);
        foreach (var pledge in paper.Pledges)
        {
            var line = pledges[pledge.Reference];
            (line.Promised.ToDecimal(), line.Paid.ToDecimal(), line.WrittenOff.ToDecimal(), line.Outstanding.ToDecimal())
                .ShouldBe((pledge.Promised, pledge.Paid, pledge.WrittenOff, pledge.Outstanding), pledge.Reference);
        }

        pledges.Count.ShouldBe(paper.Pledges.Count);
        var receipts = ledger.Payments.Page(new PaymentFilter { Take = int.MaxValue }).ToArray();
        var unallocated = receipts.ToDictionary(line => line.Reference, line => line.Unallocated.ToDecimal());
        foreach (var receipt in paper.Receipts) unallocated[receipt.Reference].ShouldBe(receipt.Unallocated, receipt.Reference);
        var refunds = Refunds(ledger);
        foreach (var donor in paper.Receipts.GroupBy(receipt => (receipt.Donor, Currency: receipt.Currency.Code)))
        {
            var theirs = receipts.Where(line => (line.Donor, line.Currency.Code) == donor.Key && line.ReversedBy == 0);
            theirs.Sum(line => line.Amount.ToDecimal()).ShouldBe(donor.Sum(receipt => receipt.Received), $"received of {donor.Key}");
            refunds.GetValueOrDefault(donor.Key).ShouldBe(donor.Sum(receipt => receipt.Refunded), $"refunded to {donor.Key}");
        }
    }

    /// <summary>What left the bank as refunds, by donor and currency.</summary>
    static Dictionary<(string, string), decimal> Refunds(Ledger ledger) => ledger.Query<(string Donor, string Currency, long Amount)>("""
        SELECT donor, currency, -SUM(amount) FROM posting WHERE account = 'bank' AND movement = 'refunded' GROUP BY donor, currency
        """).ToDictionary(row => (row.Donor, row.Currency),
            row => new Amount(row.Amount, Currency.Of(row.Currency)).ToDecimal());

    static void TrialBalance(string folder)
    {
        using var raw = new ForeignProgram(Path.Combine(folder, "ledger.db"));
        raw.Count("SELECT COUNT(*) FROM (SELECT fund, currency FROM posting GROUP BY fund, currency HAVING SUM(amount) <> 0) AS found").ShouldBe(0);
        raw.Count("SELECT COUNT(*) FROM (SELECT fund FROM posting GROUP BY fund HAVING SUM(usd) <> 0) AS found").ShouldBe(0);
    }

    static void SameSealAgain(Ledger ledger, RandomEvents events, string folder)
    {
        var clock = new TestClock();
        using var other = Ledger.Create(Path.Combine(folder, "replay.db"), clock, new Author("founder")).ShouldBeDone();
        events.Replay(other, clock);
        other.Journal.Head().ShouldBe(ledger.Journal.Head());
    }

    /// <summary>Memory instead of a disk where the system has it: nothing here tests the disk.</summary>
    static string Folder()
    {
        var memory = "/dev/shm";
        var parent = Directory.Exists(memory) ? memory : Path.GetTempPath();
        return Directory.CreateDirectory(Path.Combine(parent, $"fundledger-model-{Environment.ProcessId}-{Path.GetRandomFileName()}")).FullName;
    }
}
