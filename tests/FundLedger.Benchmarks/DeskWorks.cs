using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace FundLedger.Benchmarks;

/// <summary>
/// The desk under load: sixteen people read lists of payments, page on, sort and filter, without a pause. What is measured is
/// the time within which 95 of 100 pages were there, and whether the desk's memory grows.
/// </summary>
static partial class DeskWorks
{
    const int People = 16;
    const int MostMilliseconds = 100;
    const double MostGrowth = 1.25;
    const string Password = "seven violet 9 engines";

    static readonly string[] Lists =
    [
        "/payments", "/payments?fund=VFTC", "/payments?sort=usd&order=down", "/payments?sort=usd&order=up&fund=UPR-P",
        "/payments?from=2020-01-01&to=2020-12-31", "/payments?fund=UPR-I&sort=date&order=up", "/payments?donor=NOR",
    ];

    internal static IEnumerable<Comparison> Desk(Bench bench, TimeSpan time)
    {
        var run = Load(bench, time).GetAwaiter().GetResult();
        var line = new Comparison(
            string.Create(CultureInfo.InvariantCulture, $"payments list in the desk, {People} at once, {run.Pages:N0} pages, {run.Errors} errors: 95 of 100 within"),
            new Measured(run.Within95, run.PeakBytes),
            string.Create(CultureInfo.InvariantCulture, $"memory at the end ÷ after a tenth of the time: {run.Growth:F2}"), null,
            "< 0.10 s, no error, memory steady",
            run.Within95.TotalMilliseconds < MostMilliseconds && run.Errors == 0 && run.Growth < MostGrowth);
        Console.Out.WriteLine(line.ToRow());
        yield return line;
    }

    static async Task<LoadRun> Load(Bench bench, TimeSpan time)
    {
        var ledger = Path.Combine(bench.Workload.Folder, "desk.db");
        foreach (var suffix in new[] { "-wal", "-shm" }) File.Delete(ledger + suffix);
        File.Copy(bench.Workload.Ledger, ledger, overwrite: true);
        using var desk = Start(bench.Program, ledger, out var address);
        try
        {
            var cookies = await SignIn(address);
            var (times, errors, watch) = (new ConcurrentBag<double>(), 0, Stopwatch.StartNew());
            long early = 0;
            var people = Enumerable.Range(0, People).Select(person => Task.Run(async () =>
            {
                using var browser = new HttpClient(new HttpClientHandler { CookieContainer = cookies, UseProxy = false }) { BaseAddress = address };
                for (var i = person; watch.Elapsed < time; i++)
                {
                    var path = Lists[i % Lists.Length];
                    for (var page = 0; page < 3 && path is not null; page++)
                    {
                        var began = Stopwatch.GetTimestamp();
                        using var answer = await browser.GetAsync(path);
                        var text = await answer.Content.ReadAsStringAsync();
                        times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                        var isThere = answer.StatusCode == HttpStatusCode.OK && answer.RequestMessage!.RequestUri!.AbsolutePath == "/payments";
                        if (!isThere) Interlocked.Increment(ref errors);
                        path = NextPage().Match(text) is { Success: true } next ? WebUtility.HtmlDecode(next.Groups[1].Value) : null;
                    }
                }
            })).ToArray();
            await Task.Delay(time / 10);
            early = MemoryOf(desk);
            await Task.WhenAll(people);
            var sorted = times.Order().ToArray();
            return new LoadRun(sorted.Length, errors, TimeSpan.FromMilliseconds(sorted[(int)(sorted.Length * 0.95)]),
                MemoryOf(desk), early == 0 ? 1 : (double)MemoryOf(desk) / early);
        }
        finally
        {
            desk.Kill();
        }
    }

    static Process Start(string program, string ledger, out Uri address)
    {
        var process = Process.Start(new ProcessStartInfo(program, ["serve", "--ledger", ledger, "--urls", "http://127.0.0.1:0"])
        { RedirectStandardOutput = true })!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (Address().Match(line) is not { Success: true } found) continue;
            address = new Uri(found.Value);
            _ = process.StandardOutput.ReadToEndAsync();
            return process;
        }

        throw new InvalidOperationException("the desk did not open");
    }

    /// <summary>Makes the first administrator as a person does on screen; the session is shared by all.</summary>
    static async Task<CookieContainer> SignIn(Uri address)
    {
        var cookies = new CookieContainer();
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = cookies, UseProxy = false }) { BaseAddress = address };
        var token = Token().Match(await browser.GetStringAsync("/first")).Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["name"] = "anna",
            ["password"] = Password,
            ["again"] = Password,
            ["__RequestVerificationToken"] = token,
        });
        using var answer = await browser.PostAsync("/first", form);
        return answer.IsSuccessStatusCode ? cookies : throw new InvalidOperationException($"the desk answered {answer.StatusCode}");
    }

    static long MemoryOf(Process process)
    {
        process.Refresh();
        return process.WorkingSet64;
    }

    [GeneratedRegex("""http://127\.0\.0\.1:\d+""")]
    private static partial Regex Address();

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="([^"]+)""")]
    private static partial Regex Token();

    [GeneratedRegex("""<a href="([^"]+)" rel="next""")]
    private static partial Regex NextPage();

    readonly record struct LoadRun(int Pages, int Errors, TimeSpan Within95, long PeakBytes, double Growth);
}
