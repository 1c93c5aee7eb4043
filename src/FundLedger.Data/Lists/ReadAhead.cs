using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace FundLedger.Data.Lists;

/// <summary>
/// Reads rows on a thread of its own while those before them are written: a large export spends half of its time in the
/// database. Whoever uses the rows leaves the ledger alone meanwhile.
/// </summary>
static class ReadAhead
{
    const int RowsATime = 256;
    const int MostWaiting = 4;

    /// <summary>The same rows in the same order. A fault of the reading is thrown where its row would have come.</summary>
    internal static IEnumerable<T> Ahead<T>(this IEnumerable<T> rows)
    {
        using var waiting = new BlockingCollection<T[]>(MostWaiting);
        using var stop = new CancellationTokenSource();
        ExceptionDispatchInfo? fault = null;
        var reader = new Thread(() => fault = Read(rows, waiting, stop.Token)) { IsBackground = true, Name = "reading" };
        reader.Start();
        try
        {
            foreach (var part in waiting.GetConsumingEnumerable())
                foreach (var row in part) yield return row;
        }
        finally
        {
            // Who stops early gives the ledger back only when nobody reads it any more.
            stop.Cancel();
            reader.Join();
        }

        fault?.Throw();
    }

    static ExceptionDispatchInfo? Read<T>(IEnumerable<T> rows, BlockingCollection<T[]> waiting, CancellationToken stop)
    {
        try
        {
            foreach (var part in rows.Chunk(RowsATime)) waiting.Add(part, stop);
            return null;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception fault)
        {
            // Told to the thread that uses the rows.
            return ExceptionDispatchInfo.Capture(fault);
        }
        finally
        {
            waiting.CompleteAdding();
        }
    }
}
