using System.Buffers.Binary;
using FundLedger.Tests.Cli;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace FundLedger.Tests.Faults;

/// <summary>One byte of a ledger's file is changed, in every page of it.</summary>
public class FlippedByteTests(ITestOutputHelper output)
{
    const int FlipsAPage = 2;

    static readonly string[][] Questions =
        [["status"], ["pledges", "list"], ["payments", "list"], ["pledges", "show", "P-3"], ["donors", "list"], ["audit", "list"]];

    [Fact]
    public void A_flipped_byte_is_found_or_changes_no_figure_and_is_never_a_fault_of_the_program()
    {
        using var line = SmallLedger.Make();
        var whole = File.ReadAllBytes(line.Ledger);
        var figures = Answers(line);
        var size = PageSize(whole);
        var random = new Random(Trials.Seed);
        var (trials, found, harmless) = (0, 0, 0);
        for (var page = 0; page < whole.Length / size; page++)
            for (var flip = 0; flip < Trials.Count(FlipsAPage); flip++, trials++)
            {
                var damaged = whole.ToArray();
                var place = page * size + random.Next(size);
                damaged[place] ^= (byte)random.Next(1, 256);
                SmallLedger.Put(line, damaged);
                if (Verifies(line, $"page {page}, byte {place}, now {damaged[place]}"))
                {
                    harmless++;
                    Answers(line).ShouldBe(figures, $"verify passed, but byte {place} changed a figure");
                }
                else found++;
            }

        Trials.Print(output, $"flipped bytes: {found} found, {harmless} in unused space", trials);
        found.ShouldBeGreaterThan(trials / 4);
    }

    /// <summary>Whether verify finds the ledger whole; what it and every other question answer must be clear to a person.</summary>
    static bool Verifies(Commandline line, string where)
    {
        var verified = line.Run("verify");
        ShouldBeClear(line, verified, "verify", where);
        if (verified == 0) return true;
        foreach (var question in Questions) ShouldBeClear(line, line.Run(question), string.Join(' ', question), where);
        return false;
    }

    static void ShouldBeClear(Commandline line, int code, string question, string where)
    {
        code.ShouldBeInRange(0, 1, $"{question}, {where}: {line.Error}");
        if (code == 1) line.Error.ShouldNotBeEmpty();
    }

    static string Answers(Commandline line) => SmallLedger.Figures(line)
        + line.Json("pledges", "list", "--take", "100").GetRawText() + line.Json("payments", "list", "--take", "100").GetRawText();

    static int PageSize(byte[] file) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(16));
}
