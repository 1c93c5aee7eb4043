using System.Collections.Concurrent;
using FundLedger.Journal;

namespace FundLedger.Web.Works;

/// <summary>An import that is being undone, or was: as of which day, why, and what came of it.</summary>
public sealed record Undoing(DateOnly Date, string Reason, Work<Recorded> Work)
{
    public bool IsRunning => Work.Outcome is null;
}

/// <summary>Undoes imports, each once at a time, whoever asks and however often.</summary>
public sealed class Undoings(Workshop workshop)
{
    readonly ConcurrentDictionary<long, Undoing> _undoings = new();
    readonly Lock _starting = new();

    /// <summary>The last time that somebody asked for an import to be undone; none where nobody did since the desk began.</summary>
    public Undoing? Of(long batch) => _undoings.GetValueOrDefault(batch);

    public void Begin(long batch, DateOnly date, string reason, Author author)
    {
        lock (_starting)
        {
            if (Of(batch) is { IsRunning: true }) return;
            _undoings[batch] = new Undoing(date, reason, workshop.Begin<Recorded>((ledger, report) =>
            {
                ledger.Progress = new Reporter(report);
                return ledger.Batches.Undo(batch, date, reason, author);
            }));
        }
    }
}
