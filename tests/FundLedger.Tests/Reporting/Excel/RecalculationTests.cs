using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using FundLedger.Reporting.Excel;
using FundLedger.Tests.Data.Files;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Reporting.Excel;

public class RecalculationTests
{
    /// <summary>Every sheet as CSV, its figures in full.</summary>
    const string AllSheets = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

    [SkippableFact]
    public void A_spreadsheet_program_calculates_the_results_that_are_stored()
    {
        var program = Program("soffice");
        Skip.If(program is null, "LibreOffice (soffice) is not installed");
        var stored = WorkbookWriter.Write(WorkbookWriterTests.Sample());

        var (shown, calculated) = Sheets(program, stored, WithoutResults(stored));

        shown.Length.ShouldBe(2);
        shown[0].ShouldContain("351.75");
        shown.ShouldBe(calculated);
        shown.ShouldAllBe(text => !Regex.IsMatch(text, "#[A-Z]+|Err:"));
    }

    static (string[] First, string[] Second) Sheets(string program, byte[] first, byte[] second)
    {
        using var file = new FileOnDisk(first, "first.xlsx");
        var folder = Path.GetDirectoryName(file.Path)!;
        var other = Path.Combine(folder, "second.xlsx");
        File.WriteAllBytes(other, second);
        using var run = Process.Start(new ProcessStartInfo(program, [
            $"-env:UserInstallation=file://{folder}/profile",
            "--headless", "--convert-to", AllSheets, "--outdir", folder, file.Path, other])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        run.WaitForExit(TimeSpan.FromMinutes(5)).ShouldBeTrue();
        return (Texts("first-*.csv"), Texts("second-*.csv"));

        string[] Texts(string names) =>
            [.. Directory.GetFiles(folder, names).Order(StringComparer.Ordinal).Select(File.ReadAllText)];
    }

    static byte[] WithoutResults(byte[] workbook)
    {
        using var bytes = new MemoryStream();
        bytes.Write(workbook);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
            foreach (var entry in zip.Entries.ToArray())
            {
                if (!entry.FullName.Contains("worksheets/sheet", StringComparison.Ordinal)) continue;
                string sheet;
                using (var reader = new StreamReader(entry.Open())) sheet = reader.ReadToEnd();
                using var writer = new StreamWriter(entry.Open());
                writer.BaseStream.SetLength(0);
                writer.Write(Regex.Replace(sheet, "</x:f><x:v>[^<]*</x:v>", "</x:f>"));
            }

        return bytes.ToArray();
    }

    static string? Program(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
