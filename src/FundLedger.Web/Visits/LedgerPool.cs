using System.Collections.Concurrent;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Funds;

namespace FundLedger.Web.Visits;

/// <summary>
/// Opened ledgers, each used by one request at a time. A ledger keeps a connection and what it has read of standing data,
/// so that a request begins with both. More requests than ledgers wait for their turn.
/// </summary>
public sealed class LedgerPool(string address, TimeProvider clock) : IDisposable
{
    // Each has a cache of its own; on the ordinary machine more would only wait for the processor.
    const int MostLedgers = 8;

    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    readonly ConcurrentBag<Ledger> _idle = [];
    readonly SemaphoreSlim _free = new(MostLedgers);

    /// <summary>How many requests use one now.</summary>
    internal int InUse => MostLedgers - _free.CurrentCount;

    /// <summary>A ledger for one request, which shows nothing until it is told whose it is.</summary>
    public Outcome<Ledger> Rent()
    {
        if (!_free.Wait(LongestWait))
            return new Problem("too many people use the ledger at this moment", "try again in a moment");
        try
        {
            var rented = _idle.TryTake(out var idle) ? idle : Ledger.Open(address, clock);
            if (rented.IsRefused) _free.Release();
            else rented.Value.Scope = FundScope.None;
            return rented;
        }
        catch
        {
            _free.Release();
            throw;
        }
    }

    /// <summary>Takes a ledger back; one over which a request stumbled is closed instead.</summary>
    public void Return(Ledger ledger, bool isSound)
    {
        if (isSound) _idle.Add(ledger);
        else ledger.Dispose();
        _free.Release();
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var ledger)) ledger.Dispose();
        _free.Dispose();
    }
}
