using System.Data.Common;
using FundLedger.Checks;
using FundLedger.Data.Engines;
using FundLedger.Journal;

namespace FundLedger.Data;

/// <content>How a ledger is opened and made.</content>
public sealed partial class Ledger
{
    /// <summary>
    /// Opens the ledger at an address: a file's path, or <c>postgres://…</c>. Refuses one that is not there, or newer than
    /// this program. One of an older schema is brought up to date; otherwise opening writes nothing.
    /// </summary>
    public static Outcome<Ledger> Open(string address, TimeProvider clock) =>
        Dialect.Of(address).Then(dialect => Open(dialect, clock));

    /// <summary>Makes an empty ledger with the four funds, the States and the sample organizations of the reference data.</summary>
    public static Outcome<Ledger> Create(string address, TimeProvider clock, Author author) =>
        Make(address, clock, (ledger, transaction) =>
            ledger.Write(author, "{}", writing => FirstEntries.Post(ledger, writing), false, transaction, out _))
        .Then(_ => Open(address, clock));

    /// <summary>
    /// Makes a ledger that has its tables and nothing in them, and fills it in the same transaction, which the filling
    /// commits: there is a whole ledger at the address afterwards, or none.
    /// </summary>
    internal static Outcome<T> Make<T>(string address, TimeProvider clock, Func<Ledger, DbTransaction, Outcome<T>> fill) =>
        Dialect.Of(address).Then(dialect => dialect.Make(place => Begin(place, clock, fill)));

    static Outcome<Ledger> Open(Dialect dialect, TimeProvider clock)
    {
        if (dialect.Absence() is { } absent) return absent;
        var ledger = Connect(dialect, clock);
        try
        {
            if (Objection(ledger, clock) is not { } problem) return ledger;
            ledger.Dispose();
            return problem;
        }
        catch
        {
            ledger.Dispose();
            throw;
        }
    }

    /// <summary>Why the database cannot be used as a ledger; none once its schema is this program's.</summary>
    static Problem? Objection(Ledger ledger, TimeProvider clock)
    {
        var (dialect, version) = (ledger.Dialect, Migrations.Current(ledger.Connection, ledger.Dialect));
        if (version is > 0 && version < Migrations.Newest) Migrations.Upgrade(ledger.Connection, dialect, clock.GetUtcNow());
        if (version > 0 && version <= Migrations.Newest) return null;
        return version == 0
            ? new Problem($"{dialect.Place} is not a ledger", "name one that 'fundledger init' made, or make it with 'fundledger init'")
            { File = dialect.Place }
            : new Problem($"{dialect.Place} was made by a newer FundLedger (schema {version}; this program knows {Migrations.Newest})",
                "use the newer program")
            { File = dialect.Place };
    }

    static Outcome<T> Begin<T>(Dialect dialect, TimeProvider clock, Func<Ledger, DbTransaction, Outcome<T>> fill)
    {
        using var ledger = Connect(dialect, clock);
        using var transaction = dialect.BeginWriting(ledger.Connection);
        if (dialect.Occupation(ledger.Connection) is { } problem) return problem;
        Migrations.Apply(ledger.Connection, transaction, dialect, clock.GetUtcNow());
        ledger.Current = transaction;
        return fill(ledger, transaction);
    }

    /// <summary>
    /// What a second thread reads on a connection of its own while this one goes on. Within a transaction, which other connections
    /// do not see, it is read at once.
    /// </summary>
    internal Task<T> Beside<T>(Func<Ledger, T> read)
    {
        if (Current is not null) return Task.FromResult(read(this));
        var scope = Scope;
        return Task.Run(() =>
        {
            using var again = Connect(_dialect, Clock);
            again.Scope = scope;
            return read(again);
        });
    }

    static Ledger Connect(Dialect dialect, TimeProvider clock)
    {
        ColumnTypes.Register();
        return new Ledger(dialect, dialect.Open(), clock);
    }
}
