using Microsoft.Playwright;
using Xunit;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace FundLedger.Tests.Screens;

/// <summary>The browser of a test run, started when a test first needs it; it ends with the run.</summary>
static class Chromium
{
    const string Program = "/usr/bin/chromium";

    static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    static readonly Lock Starting = new();
    static IBrowser? _running;

    /// <summary>Why tests in a browser are skipped; none where they run.</summary>
    public static string? Missing { get; } = File.Exists(Program) ? null : $"{Program} is not installed here: apt-get install chromium.";

    public static IBrowser Running
    {
        get
        {
            lock (Starting) return _running ??= StartAsync().GetAwaiter().GetResult();
        }
    }

    static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = Arguments });
    }
}

/// <summary>A fact that is seen in a browser; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class InChromiumAttribute : FactAttribute
{
    public InChromiumAttribute() => Skip = Chromium.Missing;
}

/// <summary>The same for a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class TheoryInChromiumAttribute : TheoryAttribute
{
    public TheoryInChromiumAttribute() => Skip = Chromium.Missing;
}
