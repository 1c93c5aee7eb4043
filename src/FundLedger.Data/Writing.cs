using System.Data.Common;
using System.Globalization;
using FundLedger.Data.Journal;
using FundLedger.Journal;

namespace FundLedger.Data;

/// <summary>What a store has in hand while it writes: the journal, the transaction, and who asked.</summary>
sealed class Writing : IDisposable
{
    internal Writing(Ledger ledger, DbTransaction transaction, Author author)
    {
        Author = author;
        Journal = new JournalWriter(ledger.Connection, transaction, ledger.Dialect, ledger.Clock);
    }

    internal JournalWriter Journal { get; }

    internal Author Author { get; }

    internal long Post(EntryDraft draft, long batch = 0) => Journal.Post(draft, Author, batch);

    /// <summary>A reference for what the next entry records, for those who have none of their own.</summary>
    internal string NextReference(string prefix) =>
        prefix + "-" + (Journal.LastNumber + 1).ToString("D6", CultureInfo.InvariantCulture);

    public void Dispose() => Journal.Dispose();
}
