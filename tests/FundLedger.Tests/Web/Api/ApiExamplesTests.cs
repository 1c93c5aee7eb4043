using System.Diagnostics;
using FundLedger.Tests.Data;
using FundLedger.Tests.House;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Web.Api;

/// <summary>The examples of the API's page, run as they stand there.</summary>
public class ApiExamplesTests
{
    const string Refused = "# refused";
    const int CurlRefused = 22;

    [SkippableFact]
    public void Every_example_answers_as_the_page_says()
    {
        Skip.If(!Has("curl") || !Has("bash"), "there is no curl here");
        using var desk = new DeskLedger();
        var folder = Directory.CreateTempSubdirectory("fundledger-");
        File.WriteAllText(Path.Combine(folder.FullName, ".curlrc"), "fail-with-body\nsilent\nshow-error\n");
        var key = desk.KeyOf("clerk");
        var examples = Examples().ToArray();
        examples.Length.ShouldBeGreaterThan(4);
        foreach (var example in examples)
        {
            var (exit, said) = Run(example, folder.FullName, desk.Address.ToString().TrimEnd('/'), key);
            exit.ShouldBe(example.StartsWith(Refused, StringComparison.Ordinal) ? CurlRefused : 0, example + "\n" + said);
        }

        desk.Test.Ledger.Payments.Find("CHASE-1").ShouldBeDone();
        File.ReadAllText(Path.Combine(folder.FullName, "board.pdf"))[..4].ShouldBe("%PDF");
        folder.Delete(recursive: true);
    }

    static IEnumerable<string> Examples() => File.ReadAllText(Path.Combine(Repository.Root, "src", "API.md")).ReplaceLineEndings("\n")
        .Split("```sh\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)]);

    static (int Exit, string Said) Run(string example, string folder, string desk, string key)
    {
        var start = new ProcessStartInfo("bash") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-ec");
        start.ArgumentList.Add(example);
        (start.Environment["DESK"], start.Environment["KEY"], start.Environment["CURL_HOME"]) = (desk, key, folder);
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said.GetAwaiter().GetResult() + errors);
    }

    static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
