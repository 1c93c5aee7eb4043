using System.Collections.Immutable;
using FundLedger.Data.Checks;

namespace FundLedger.Web.Works;

/// <summary>What every check found, and up to which entry and seal.</summary>
public sealed record Verified(ImmutableArray<CheckResult> Results, long Entry, string Seal)
{
    public bool IsWell => Results.All(result => result.Problems.IsEmpty);
}

/// <summary>A check of the whole ledger: who asked for it, when, and what came of it.</summary>
public sealed record Verification(string By, DateTimeOffset At, Work<Verified> Work)
{
    public bool IsRunning => Work.Outcome is null;
}

/// <summary>Checks the whole ledger, once at a time, whoever asks.</summary>
public sealed class Verifications(Workshop workshop, TimeProvider clock)
{
    readonly Lock _starting = new();

    /// <summary>The newest check; none where nobody asked for one since the desk began.</summary>
    public Verification? Last { get; private set; }

    /// <summary>With a seal that was printed it is also asked whether the ledger still holds it.</summary>
    public void Begin(string by, string? seal)
    {
        lock (_starting)
        {
            if (Last is { IsRunning: true }) return;
            Last = new Verification(by, clock.GetUtcNow(), workshop.Begin<Verified>((ledger, report) =>
            {
                var results = ledger.Checks.Run(new Reporter(report), seal);
                return ledger.Journal.Known().Then<Verified>(known => new Verified([.. results], known.Entry, known.Seal));
            }));
        }
    }
}
