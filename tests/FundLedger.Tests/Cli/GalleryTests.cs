using System.IO.Compression;
using FundLedger.Tests.House;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Cli;

/// <summary>
/// The committed reports of the sample ledger are what the program makes today. After a change that is meant, run the
/// tests with FUNDLEDGER_UPDATE_GALLERY=1, look at the new pictures, and commit them.
/// </summary>
public class GalleryTests
{
    static readonly string[] Files =
    [
        "board-VFTC-2025.pdf", "board-UPR-P-2025.pdf", "board-LDC-SIDS-2025.pdf", "board-UPR-I-2025.pdf", "board-all-2025.pdf",
        "donors-all-2025.xlsx", "contributions.csv", "brief-2025.pdf", "donors-base-all-2025.pdf", "ageing-all-2025-12-31.pdf",
        "receivables-all-2025-12-31.pdf", "statement-IRL-2025-12-31.pdf", "letter-POL-2025-EXTRA-P1-fr.pdf",
    ];

    [Fact]
    public void The_gallery_is_what_the_demo_makes()
    {
        using var line = new Commandline();
        var made = Path.Combine(line.Folder, "out");
        line.Json("demo", "--out", made).GetProperty("files").EnumerateArray().Select(file => file.GetProperty("file").GetString())
            .ShouldBe(Files.Prepend("sample-ledger.db"), ignoreOrder: true);

        var gallery = Path.Combine(Repository.Root, "reports");
        if (Environment.GetEnvironmentVariable("FUNDLEDGER_UPDATE_GALLERY") == "1")
            foreach (var file in Files) File.Copy(Path.Combine(made, file), Path.Combine(gallery, file), overwrite: true);
        foreach (var file in Files)
            Content(Path.Combine(made, file)).SequenceEqual(Content(Path.Combine(gallery, file)))
                .ShouldBeTrue($"{file} differs from reports/{file}: see the summary of {nameof(GalleryTests)}");
    }

    [Fact]
    public void The_demo_made_again_is_the_same_to_the_byte()
    {
        using var line = new Commandline();
        line.Json("demo", "--out", Path.Combine(line.Folder, "a"));
        line.Json("demo", "--out", Path.Combine(line.Folder, "b"));
        foreach (var file in Files)
            File.ReadAllBytes(Path.Combine(line.Folder, "a", file)).SequenceEqual(File.ReadAllBytes(Path.Combine(line.Folder, "b", file)))
                .ShouldBeTrue(file);
    }

    [Fact]
    public void The_sample_ledger_passes_every_check_and_says_that_it_is_invented()
    {
        using var line = new Commandline();
        var folder = Path.Combine(line.Folder, "out");
        line.Run("demo", "--out", folder).ShouldBe(0);
        line.Output.ShouldContain("every figure is invented");
        line.Json("verify", "--ledger", Path.Combine(folder, "sample-ledger.db")).GetProperty("ok").GetBoolean().ShouldBeTrue();
    }

    /// <summary>The bytes; of a workbook those of its parts, since machines compress differently.</summary>
    static IEnumerable<byte> Content(string file)
    {
        if (!file.EndsWith(".xlsx", StringComparison.Ordinal)) return File.ReadAllBytes(file);
        var bytes = new List<byte>();
        using var zip = ZipFile.OpenRead(file);
        foreach (var entry in zip.Entries)
        {
            using var part = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(part);
            bytes.AddRange(System.Text.Encoding.UTF8.GetBytes(entry.FullName));
            bytes.AddRange(part.ToArray());
        }

        return bytes;
    }
}
