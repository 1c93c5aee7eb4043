using System.Diagnostics;
using System.Globalization;
using FundLedger.Data;
using FundLedger.Tests.Cli;
using FundLedger.Tests.Data;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace FundLedger.Tests.Faults;

/// <summary>The program is killed (SIGKILL) at random moments of its work; 50 meet an import, 25 each a closing, a new ledger and a migration.</summary>
public class KillTests(ITestOutputHelper output)
{
    const int Rows = 1500;

    static readonly string[] Explained =
    [
        "close", "2025", "--explain", "unsigned-pledges=x", "--explain", "overdue-instalments=x", "--explain", "unallocated-receipts=x",
        "--explain", "missing-rates=x",
    ];

    [Fact]
    public void An_import_of_3000_rows_is_all_there_or_not_at_all_and_a_retry_gives_the_same()
    {
        using var line = new Commandline().WithLedger();
        Try(line, "import", 50, "import", line.Write("rows.csv", SmallLedger.Rows(Rows)));
    }

    [Fact]
    public void A_year_is_closed_or_open_and_a_retry_closes_it()
    {
        using var line = SmallLedger.Make();
        line.Json("close", "2024");
        Try(line, "close", 25, Explained);
    }

    [Fact]
    public void A_new_ledger_with_its_schema_is_whole_or_not_there_and_a_retry_makes_it()
    {
        using var line = new Commandline();
        var random = new Random(Trials.Seed);
        var time = Undisturbed(line, ["init"]);
        line.Run("verify").ShouldBe(0);
        var (trials, killed, whole) = (Trials.Count(25), 0, 0);
        while (killed < trials)
        {
            File.Delete(line.Ledger);
            using var child = FundLedgerProgram.Start(line.Ledger, "init");
            if (!child.KillAfter(Moment(random, time))) continue;
            killed++;
            if (File.Exists(line.Ledger)) whole++;
            else line.Run("init").ShouldBe(0, line.Error);
            line.Run("verify").ShouldBe(0, line.Error);
            line.Json("status").GetProperty("funds").GetArrayLength().ShouldBe(4);
        }

        Trials.Print(output, $"kills of init: {whole} after it was done", trials);
    }

    [Fact]
    public void An_earlier_ledger_is_brought_up_to_date_or_stays_as_it_was_and_a_retry_does_it()
    {
        using var line = new Commandline();
        var random = new Random(Trials.Seed);
        KeptLedger.Unpack(1, line.Ledger);
        var before = File.ReadAllBytes(line.Ledger);
        var time = Undisturbed(line, ["status"]);
        var (figures, trials, killed, done) = (SmallLedger.Figures(line), Trials.Count(25), 0, 0);
        while (killed < trials)
        {
            SmallLedger.Put(line, before);
            using var child = FundLedgerProgram.Start(line.Ledger, "status");
            if (!child.KillAfter(Moment(random, time))) continue;
            killed++;
            using (var raw = new ForeignProgram(line.Ledger))
            {
                var version = raw.Count("SELECT MAX(version) FROM schema_version");
                version.ShouldBeOneOf(1, Ledger.NewestSchema);
                if (version > 1) done++;
            }

            SmallLedger.Figures(line).ShouldBe(figures);
            line.Run("verify").ShouldBe(0, line.Error);
        }

        Trials.Print(output, $"kills of a migration: {done} after it was done", trials);
    }

    void Try(Commandline line, string what, int usual, params string[] request)
    {
        request = [.. request, "--key", "once"];
        var random = new Random(Trials.Seed);
        var before = File.ReadAllBytes(line.Ledger);
        var first = Entries(line);
        var time = Undisturbed(line, request);
        var (last, figures) = (Entries(line), SmallLedger.Figures(line));
        var (trials, killed, done) = (Trials.Count(usual), 0, 0);
        while (killed < trials)
        {
            SmallLedger.Put(line, before);
            using var child = FundLedgerProgram.Start(line.Ledger, request);
            if (!child.KillAfter(Moment(random, time))) continue;
            killed++;
            var entries = Entries(line);
            (entries == first || entries == last).ShouldBeTrue($"{entries} entries: neither the {first} of before nor all {last}");
            if (entries == last) done++;
            line.Run(request).ShouldBe(0, line.Error);
            Entries(line).ShouldBe(last);
            SmallLedger.Figures(line).ShouldBe(figures);
        }

        Trials.Print(output, string.Create(CultureInfo.InvariantCulture, $"kills of {what} ({time.TotalMilliseconds:F0} ms undisturbed): {done} after it was done"), trials);
    }

    /// <summary>The number of entries of a ledger whose file and chain of seals must be whole.</summary>
    static long Entries(Commandline line)
    {
        using var ledger = Ledger.Open(line.Ledger, line.Clock).ShouldBeDone();
        ledger.Checks.Run(["engine", "references", "seals", "totals"]).ShouldAllBe(check => check.Problems.IsEmpty);
        return ledger.Journal.Head().Entry;
    }

    static TimeSpan Undisturbed(Commandline line, string[] request)
    {
        var watch = Stopwatch.StartNew();
        using var child = FundLedgerProgram.Start(line.Ledger, request);
        var error = child.StandardError.ReadToEnd();
        child.WaitForExit();
        child.ExitCode.ShouldBe(0, error);
        return watch.Elapsed;
    }

    /// <summary>A moment after the runtime has started, most often while the ledger is written.</summary>
    static TimeSpan Moment(Random random, TimeSpan whole) => TimeSpan.FromMilliseconds(random.Next(
        (int)(whole.TotalMilliseconds * 0.25), (int)(whole.TotalMilliseconds * 1.05)));
}
