using System.Data.Common;
using Dapper;
using FundLedger.Checks;
using FundLedger.Data.Engines;
using FundLedger.Data.Requests;
using FundLedger.Journal;

namespace FundLedger.Data;

/// <content>How a request is recorded: in one transaction, all of it or nothing.</content>
public sealed partial class Ledger
{
    /// <summary>How often a transaction is begun that others were in the way of.</summary>
    const int MostAttempts = 8;

    /// <summary>Is told now and then how many entries the request that runs has posted; nobody where none is set.</summary>
    public IProgress<long>? Progress { get; set; }

    /// <summary>
    /// Runs a request in one transaction: all of it or nothing. A request key that was answered before gets the same
    /// answer; with another request it is refused. What needs a second person who is missing is kept as a proposal instead.
    /// </summary>
    internal Outcome<T> Write<T>(Author author, Request<T> request, bool dryRun = false)
    {
        var json = RequestJson.Of<Request>(request);
        var done = Write(author, () => json, writing => request.Run(this, writing), dryRun, out var unapproved);
        return unapproved is null ? done
            : Write(author, () => json, writing =>
                Proposals.Propose(json, unapproved, writing).Then<T>(proposal => request.Waiting(proposal)), dryRun, out _);
    }

    /// <summary>The same for work that cannot be kept as a proposal, since it needs a file; the request tells two apart.</summary>
    internal Outcome<T> Write<T>(Author author, object request, Func<Writing, Outcome<T>> work, bool dryRun = false) =>
        Write(author, () => RequestJson.OfWhole(request), work, dryRun, out _);

    /// <summary>The same where only the ledger can say, within the transaction, what tells the request from others.</summary>
    internal Outcome<T> Write<T>(Author author, Func<object> request, Func<Writing, Outcome<T>> work) =>
        Write(author, () => RequestJson.OfWhole(request()), work, dryRun: false, out _);

    /// <summary>What the engine's error means for the person in front of it; none where it is a fault of the program.</summary>
    public static Problem? Trouble(DbException fault) => Dialect.Explain(fault);

    /// <summary>
    /// Where another transaction was in the way everything is done again from the beginning. What was undone had no effect,
    /// and a request key is looked for anew.
    /// </summary>
    Outcome<T> Write<T>(
        Author author, Func<string> request, Func<Writing, Outcome<T>> work, bool dryRun, out Unapproved? unapproved)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var transaction = _dialect.BeginWriting(Connection);
                Current = transaction;
                return Write(author, request(), work, dryRun, transaction, out unapproved);
            }
            catch (DbException fault) when (attempt < MostAttempts && _dialect.IsPassing(fault))
            {
                _standing = null;
            }
            finally
            {
                Current = null;
            }
        }
    }

    Outcome<T> Write<T>(
        Author author, string request, Func<Writing, Outcome<T>> work, bool dryRun, DbTransaction transaction, out Unapproved? unapproved)
    {
        unapproved = null;
        if (RequestTexts.Objection(request, author.Name) is { } unfit) return unfit;
        using var writing = new Writing(this, transaction, author);
        var hash = author.RequestKey is null ? [] : RequestJson.HashOf(request);
        if (author.RequestKey is { } key && Answered<T>(key, hash) is { } before) return before;
        var outcome = Guarded(writing, work);
        if (outcome.Problems is [var only] && ReferenceEquals(only, writing.Unapproved?.Problem)) unapproved = writing.Unapproved;
        if (outcome.IsRefused || dryRun)
        {
            // What was read back of something that is not kept must not be taken for what stands.
            _standing = null;
            return outcome;
        }

        if (author.RequestKey is not null)
            Connection.Execute("INSERT INTO request (key, hash, entry, answer) VALUES (@key, @hash, @entry, @answer)",
                new
                {
                    key = author.RequestKey,
                    hash,
                    entry = writing.Journal.LastNumber,
                    answer = RequestJson.Of(outcome.Value),
                }, transaction);
        transaction.Commit();
        if (writing.HasErased) _dialect.Erased(Connection);
        return outcome;
    }

    /// <summary>
    /// Does the work and writes all of it. What a constraint refuses is a problem of the request, not a fault: a rule has its
    /// last guard in the database.
    /// </summary>
    Outcome<T> Guarded<T>(Writing writing, Func<Writing, Outcome<T>> work)
    {
        try
        {
            _writing = writing;
            var outcome = work(writing);
            return !outcome.IsRefused && writing.Journal.Finish() is { } refusal ? Refused(refusal) : outcome;
        }
        catch (DbException fault) when (_dialect.RefusalOf(fault) is { } refusal)
        {
            return Refused(refusal);
        }
        finally
        {
            _writing = null;
        }
    }

    static Problem Refused(string why) => new("the ledger refused: " + why, "look at what stands in the ledger and try again");

    Outcome<T>? Answered<T>(string key, byte[] hash)
    {
        var row = Single<(byte[] Hash, string Answer)>("SELECT hash, answer FROM request WHERE key = @key", new { key });
        if (row.Answer is null) return null;
        return row.Hash.AsSpan().SequenceEqual(hash)
            ? RequestJson.Read<T>(row.Answer)
            : new Problem($"the request key '{key}' was used before for another request",
                "use a new key for a new request; send the same request to hear the first answer again")
            { Value = key };
    }
}
