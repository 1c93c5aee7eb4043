using System.Diagnostics;
using System.Globalization;
using FundLedger.Bank;
using FundLedger.Money;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace FundLedger.Tests.Bank;

/// <summary>Time and memory are measured alone, after the tests that run side by side.</summary>
[CollectionDefinition(nameof(CamtSizeTests), DisableParallelization = true)]
[Collection(nameof(CamtSizeTests))]
public class CamtSizeTests(ITestOutputHelper output)
{
    const int Entries = 100_000;

    [Fact]
    public void A_hundred_thousand_entries_are_read_as_they_pass()
    {
        var path = Path.GetTempFileName();
        try
        {
            Write(path);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var clock = Stopwatch.StartNew();
            using var file = File.OpenRead(path);
            var statement = Camt053.Read(file, "large.xml").Value.ShouldHaveSingleItem();
            clock.Stop();
            var kept = GC.GetTotalMemory(forceFullCollection: true) - before;

            statement.Lines.Length.ShouldBe(Entries);
            statement.Closing.ShouldBe(new Amount(Entries * 100L, Currency.Of("CHF")));
            output.WriteLine($"{Entries} entries in {file.Length / 1_000_000} MB: {clock.ElapsedMilliseconds} ms, "
                + $"{kept / 1_000_000} MB kept");
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
            // The lines themselves, not the file: a tree of it would be several times its size.
            kept.ShouldBeLessThan(file.Length);
        }
        finally
        {
            File.Delete(path);
        }
    }

    static void Write(string path)
    {
        var file = new CamtFile(8);
        var closing = Entries.ToString(CultureInfo.InvariantCulture) + ".00";
        var parts = file.Statement("0.00", closing, "<Here/>").ToString().Split("<Here/>");
        using var writer = new StreamWriter(path);
        writer.Write(parts[0]);
        for (var i = 0; i < Entries; i++)
        {
            var reference = i.ToString(CultureInfo.InvariantCulture);
            var payment = file.Payment("Ministry of Foreign Affairs", "PLG-" + reference, endToEnd: "E" + reference);
            writer.Write(file.Entry("1.00", payment));
        }

        writer.Write(parts[1]);
    }
}
