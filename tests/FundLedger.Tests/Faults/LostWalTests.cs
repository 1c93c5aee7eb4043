using FundLedger.Data;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using Xunit.Abstractions;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Faults;

/// <summary>The log of the last writes beside a ledger is lost, cut short or damaged after the computer stopped.</summary>
public class LostWalTests(ITestOutputHelper output)
{
    const int Entries = 30;

    /// <summary>What the ledger said after each entry: its seal and what was received.</summary>
    readonly Dictionary<long, (string Seal, long Received)> _after = [];

    byte[] _file = [];
    byte[] _log = [];
    long _first;

    [Fact]
    public void What_the_main_file_holds_is_whole_and_no_figure_is_wrong()
    {
        MakeHistory();
        using var line = new Cli.Commandline();
        var random = new Random(Trials.Seed);
        var trials = Trials.Count(100);
        var reached = new HashSet<long>();
        for (var trial = 0; trial < trials; trial++)
        {
            SmallLedger.Put(line, _file);
            if (Damaged(random, trial % 4) is { } log) File.WriteAllBytes(line.Ledger + "-wal", log);
            using var ledger = Ledger.Open(line.Ledger, line.Clock).ShouldBeDone();
            ledger.ShouldVerify();
            var head = ledger.Journal.Head();
            head.Entry.ShouldBeGreaterThanOrEqualTo(_first);
            (head.Seal, Received(ledger)).ShouldBe(_after[head.Entry], $"trial {trial}, entry {head.Entry}");
            reached.Add(head.Entry);
        }

        Trials.Print(output, $"write-ahead log lost, cut, damaged or lengthened: {reached.Count} different ends reached", trials);
        reached.ShouldContain(_first);
        reached.ShouldContain(_first + Entries);
        reached.Count.ShouldBeGreaterThan(5);
    }

    byte[]? Damaged(Random random, int how)
    {
        switch (how)
        {
            case 0: return null;
            case 1: return _log[..random.Next(_log.Length)];
            case 2:
                var flipped = _log.ToArray();
                flipped[random.Next(flipped.Length)] ^= (byte)random.Next(1, 256);
                return flipped;
            default:
                var rubbish = new byte[random.Next(1, 9000)];
                random.NextBytes(rubbish);
                return [.. _log, .. rubbish];
        }
    }

    void MakeHistory()
    {
        using var test = new TestLedger();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(100_000));
        using (var raw = new ForeignProgram(test.Address)) raw.Keep("PRAGMA wal_checkpoint(TRUNCATE)");
        _file = File.ReadAllBytes(test.Address);
        _first = test.Ledger.Journal.Head().Entry;
        Remember(test.Ledger);
        for (var i = 1; i <= Entries; i++)
        {
            test.Ledger.Pay($"R-{i}", "2025-02-01", Euro(i), i % 2 == 0 ? "P-1" : null);
            Remember(test.Ledger);
        }

        _log = File.ReadAllBytes(test.Address + "-wal");
        File.ReadAllBytes(test.Address).ShouldBe(_file, "nothing of the log is in the main file yet");
    }

    void Remember(Ledger ledger)
    {
        var head = ledger.Journal.Head();
        _after[head.Entry] = (head.Seal, Received(ledger));
    }

    static long Received(Ledger ledger) =>
        ledger.Figures.Read(Day("2025-12-31"), ledger.Journal.Known().Value).Total().Received.MinorUnits;
}
