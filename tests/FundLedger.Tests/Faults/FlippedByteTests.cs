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
    public void A_flipped_byte_is_found_and_no_answer_differs_from_what_was_recorded()
    {
        using var line = SmallLedger.Make();
        var whole = File.ReadAllBytes(line.Ledger);
        var answers = Questions.ToDictionary(question => question, question => Answer(line, question));
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
                var verified = line.Run("verify");
                ShouldBeClear(line, verified, "verify", $"page {page}, byte {place}, now {damaged[place]}");
                if (verified == 0) harmless++;
                else found++;
                foreach (var (question, answer) in answers)
                {
                    var where = $"{string.Join(' ', question)}: page {page}, byte {place}, now {damaged[place]}, verify {verified}";
                    var code = line.Run([.. question, "--json"]);
                    ShouldBeClear(line, code, string.Join(' ', question), where);
                    if (code == 0) line.Output.ShouldBe(answer, where);
                    else verified.ShouldBe(1, where);
                }
            }

        Trials.Print(output, $"flipped bytes: {found} found, {harmless} in unused space", trials);
        found.ShouldBeGreaterThan(trials / 8);
    }

    static void ShouldBeClear(Commandline line, int code, string question, string where)
    {
        code.ShouldBeInRange(0, 1, $"{question}, {where}: {line.Error}");
        if (code == 1) line.Error.ShouldNotBeEmpty();
    }

    static string Answer(Commandline line, string[] question)
    {
        line.Json(question);
        return line.Output;
    }

    static int PageSize(byte[] file) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(16));
}
