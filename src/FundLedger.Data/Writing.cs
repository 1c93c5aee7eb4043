using System.Data.Common;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Data.Journal;
using FundLedger.Journal;

namespace FundLedger.Data;

/// <summary>What a store has in hand while it writes: the journal, the transaction, and who asked.</summary>
sealed class Writing : IDisposable
{
    const int ProgressEvery = 100;

    readonly PostingRules _rules;
    readonly IProgress<long>? _progress;
    long _posted;

    internal Writing(Ledger ledger, DbTransaction transaction, Author author)
    {
        Author = author;
        _progress = ledger.Progress;
        _rules = new PostingRules(ledger);
        Journal = new JournalWriter(ledger.Connection, transaction, ledger.Dialect, ledger.Clock);
    }

    internal JournalWriter Journal { get; }

    internal Author Author { get; private set; }

    /// <summary>The entry that a missing second person stopped, where the request can be kept as a proposal.</summary>
    internal Unapproved? Unapproved { get; private set; }

    /// <summary>
    /// Posts an entry and returns its number. The one place where a closed year, the rights of the author and the rules of
    /// approval are asked about; the database refuses the same with fewer words.
    /// </summary>
    internal Outcome<long> Post(EntryDraft draft, long batch = 0)
    {
        if (_rules.Objection(draft, Author) is { } problem) return problem;
        if (Author.Approver is null && _rules.Requirement(draft) is { } why) return Missing(draft, why);
        var number = Journal.Post(draft, Author, batch);
        _rules.Posted(draft.Kind);
        if (++_posted % ProgressEvery == 0) _progress?.Report(_posted);
        return number;
    }

    /// <summary>Does a part of the work in the name of somebody else: what an approver approves is recorded by who proposed it.</summary>
    internal T For<T>(Author other, Func<T> work)
    {
        var before = Author;
        Author = other;
        try
        {
            return work();
        }
        finally
        {
            Author = before;
        }
    }

    /// <summary>Whether something was erased, which the engine may still hold elsewhere when the transaction is done.</summary>
    internal bool HasErased { get; private set; }

    /// <summary>Deletes rows of a table so that nothing of them stays in the database.</summary>
    internal void Erase(string table, string condition, object values)
    {
        Journal.Erase(table, condition, values);
        HasErased = true;
    }

    /// <summary>A reference for what the next entry records, for those who have none of their own.</summary>
    internal string NextReference(string prefix) =>
        prefix + "-" + (Journal.LastNumber + 1).ToString("D6", CultureInfo.InvariantCulture);

    public void Dispose() => Journal.Dispose();

    Problem Missing(EntryDraft draft, string why)
    {
        var problem = new Problem(why, "name the second person who approved it with ‹approved-by›") { Column = "approved-by" };
        if (_rules.CanPropose) Unapproved ??= new Unapproved(problem, draft.Text);
        return problem;
    }
}

/// <summary>That an entry needs a second person: the problem, and what the entry would say.</summary>
sealed record Unapproved(Problem Problem, string Text);
