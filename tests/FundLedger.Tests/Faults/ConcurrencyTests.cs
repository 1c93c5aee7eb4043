using System.Collections.Concurrent;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Payments;
using FundLedger.Journal;
using FundLedger.Payments;
using FundLedger.Tests.Cli;
using FundLedger.Tests.Data;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using Xunit.Abstractions;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Faults;

/// <summary>Twenty workers and a second process write to one ledger at once.</summary>
public class ConcurrencyTests(ITestOutputHelper output)
{
    const int Workers = 20;

    readonly ConcurrentBag<string> _problems = [];
    int _reversed;
    int _told;

    [OnEachEngine]
    public void Every_payment_is_there_once_and_of_two_reversals_one_wins()
    {
        using var line = new Commandline().WithLedger();
        var each = Trials.Count(5);
        using var other = FundLedgerProgram.Start(line.Ledger, "import", line.Write("rows.csv", SmallLedger.Rows(100)));
        using var meeting = new Barrier(Workers);
        var workers = Enumerable.Range(0, Workers).Select(worker => new Thread(() => Work(line, worker, each, meeting))).ToArray();
        foreach (var worker in workers) worker.Start();
        foreach (var worker in workers) worker.Join();
        other.WaitForExit();

        other.ExitCode.ShouldBe(0, other.StandardError.ReadToEnd());
        _problems.ShouldBeEmpty();
        (_reversed, _told).ShouldBe((Workers * each, Workers * each));
        using var ledger = Ledger.Open(line.Ledger, line.Clock).ShouldBeDone();
        ledger.ShouldVerify();
        ledger.Payments.Page(new PaymentFilter { Take = int.MaxValue }).Count().ShouldBe(100 + Workers * each);
        using var raw = new ForeignProgram(line.Ledger);
        raw.Count("SELECT COUNT(*) FROM entry WHERE kind = 'reversal'").ShouldBe(Workers * each);
        raw.Count("SELECT COUNT(*) FROM (SELECT reverses FROM entry WHERE reverses <> 0 GROUP BY reverses HAVING COUNT(*) > 1) AS found").ShouldBe(0);
        raw.Count("SELECT COUNT(*) FROM (SELECT fund, currency FROM posting GROUP BY fund, currency HAVING SUM(amount) <> 0) AS found").ShouldBe(0);
        raw.Count("SELECT SUM(usd) FROM posting").ShouldBe(0);
        raw.Count("SELECT SUM(amount) FROM posting WHERE account = 'bank'").ShouldBe(100 * 10025 + 100 * 101 / 2 * 100);
        output.WriteLine($"{Workers} workers and a second process: {Workers * each} payments, {2 * Workers * each} attempts to reverse them");
    }

    /// <summary>Posts its payments; then everybody reverses their own and those of their neighbour.</summary>
    void Work(Commandline line, int worker, int each, Barrier meeting)
    {
        try
        {
            using var ledger = Ledger.Open(line.Ledger, line.Clock).ShouldBeDone();
            for (var i = 0; i < each; i++)
                ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2025-03-01"), Euro(7)) { Reference = $"W-{worker}-{i}" }, [], Clerk).ShouldBeDone();
            meeting.SignalAndWait();
            for (var i = 0; i < each; i++)
                foreach (var owner in new[] { worker, (worker + 1) % Workers })
                    Count(ledger.Payments.Reverse($"W-{owner}-{i}", Day("2025-04-01"), "mistake", Clerk));
        }
        catch (Exception fault)
        {
            _problems.Add(fault.ToString());
            meeting.RemoveParticipant();
        }
    }

    void Count(Outcome<Recorded> reversal)
    {
        if (!reversal.IsRefused) Interlocked.Increment(ref _reversed);
        else if (reversal.Problems.Single().Message.Contains("is reversed already", StringComparison.Ordinal)) Interlocked.Increment(ref _told);
        else _problems.Add(reversal.Problems[0].Message);
    }
}
