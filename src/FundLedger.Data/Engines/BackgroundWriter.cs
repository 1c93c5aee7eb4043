using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace FundLedger.Data.Engines;

/// <summary>
/// Does the works of one connection on a thread of its own, in the order in which they are given, while the thread that gives
/// them goes on. A fault is told to that thread with what it gives or asks next; the works behind it are left undone.
/// </summary>
sealed class BackgroundWriter : IDisposable
{
    readonly BlockingCollection<Action> _works;
    readonly Thread _thread;
    volatile ExceptionDispatchInfo? _fault;
    volatile bool _isOver;

    /// <param name="mostWaiting">How many works may wait; who gives one more waits himself.</param>
    internal BackgroundWriter(int mostWaiting)
    {
        _works = new BlockingCollection<Action>(mostWaiting);
        _thread = new Thread(WorkAll) { IsBackground = true, Name = "rows" };
        _thread.Start();
    }

    /// <summary>Whether who asks is one of the works.</summary>
    internal bool IsHere => Thread.CurrentThread == _thread;

    internal void Give(Action work)
    {
        _fault?.Throw();
        _works.Add(() => Do(work));
    }

    /// <summary>What is read when everything given before is done.</summary>
    internal Task<T> Ask<T>(Func<T> read)
    {
        _fault?.Throw();
        var answer = new Task<T>(() =>
        {
            _fault?.Throw();
            return read();
        });
        _works.Add(() => answer.RunSynchronously(TaskScheduler.Default));
        return answer;
    }

    /// <summary>Waits until everything given is done.</summary>
    internal void Settle() => Ask(() => true).GetAwaiter().GetResult();

    /// <summary>Ends without what still waits: a transaction that is kept was settled before.</summary>
    public void Dispose()
    {
        _isOver = true;
        _works.CompleteAdding();
        _thread.Join();
        _works.Dispose();
    }

    void WorkAll()
    {
        foreach (var work in _works.GetConsumingEnumerable()) work();
    }

    void Do(Action work)
    {
        if (_isOver || _fault is not null) return;
        try
        {
            work();
        }
        catch (Exception fault)
        {
            _fault = ExceptionDispatchInfo.Capture(fault);
        }
    }
}
