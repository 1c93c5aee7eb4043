using FundLedger.Checks;

namespace FundLedger.Web.Works;

/// <summary>
/// Something that takes longer than a page: it runs on the server, whether or not anybody looks on. Its page shows how far
/// it is, and what came of it.
/// </summary>
public sealed class Work<T>
{
    long _done;

    /// <summary>How many rows or entries it has been through.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>What came of it; none while it runs.</summary>
    public Outcome<T>? Outcome { get; private set; }

    internal void Report(long done) => Interlocked.Exchange(ref _done, done);

    internal void End(Outcome<T> outcome) => Outcome = outcome;
}
