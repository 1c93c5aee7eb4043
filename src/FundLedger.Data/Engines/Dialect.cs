using System.Collections.Frozen;
using System.Data.Common;
using System.Text.RegularExpressions;

namespace FundLedger.Data.Engines;

/// <summary>Every difference between the database engines, in one place. The stores are written once, against this.</summary>
public abstract partial class Dialect
{
    /// <summary>The suffix of the engine's own migration files.</summary>
    public abstract string Name { get; }

    /// <summary>Types and phrases that the migrations name in double braces.</summary>
    protected abstract FrozenDictionary<string, string> Words { get; }

    /// <summary>How a list given as one parameter is searched: <c>WHERE reference IN (…)</c>.</summary>
    public abstract string Among(string parameter);

    /// <summary>The value to pass for a parameter searched with <see cref="Among"/>.</summary>
    public abstract object List(IReadOnlyCollection<string> values);

    /// <summary>Opens a connection, sets it up and refuses an engine that is not safe to use.</summary>
    public abstract DbConnection Open();

    /// <summary>Begins a transaction that no other writer can enter until it ends.</summary>
    public abstract DbTransaction BeginWriting(DbConnection connection);

    /// <summary>Begins a transaction that sees one moment of the ledger and hinders nobody.</summary>
    public abstract DbTransaction BeginReading(DbConnection connection);

    /// <summary>Copies what the connection's transaction sees into a new database.</summary>
    public abstract void CopyTo(DbConnection connection, string destination);

    /// <summary>A statement prepared once and executed many times inside the transaction; values are ?1, ?2, …</summary>
    public abstract Statement Prepare(DbConnection connection, DbTransaction transaction, string sql);

    /// <summary>The year of a day as a whole number.</summary>
    public abstract string Year(string day);

    /// <summary>The texts of a group in one, separated by semicolons.</summary>
    public abstract string JoinedText(string column);

    /// <summary>A query that counts the tables of this name.</summary>
    public abstract string TableExists(string table);

    /// <summary>A query whose rows say what is wrong with the database's files; "ok" where nothing is.</summary>
    public abstract string IntegrityCheck { get; }

    /// <summary>A query whose rows name tables with records that belong to nothing.</summary>
    public abstract string ReferenceCheck { get; }

    /// <summary>
    /// What the database should refuse and this one no longer does: triggers and unique indexes that were dropped or changed.
    /// </summary>
    public abstract IEnumerable<string> MissingGuards(DbConnection connection);

    /// <summary>Statements that make a table refuse changes to what stands in it.</summary>
    public abstract IEnumerable<string> AppendOnly(string table);

    /// <summary>Whether the exception is the engine's word that a constraint or trigger refused.</summary>
    public abstract bool IsRefusal(DbException fault);

    /// <summary>Fills the words in double braces into a migration.</summary>
    public string Fill(string template) => Placeholder().Replace(template, match =>
        match.Groups["argument"].Success
            ? Words[match.Groups["word"].Value].Replace("%", match.Groups["argument"].Value, StringComparison.Ordinal)
            : Words[match.Groups["word"].Value]);

    [GeneratedRegex(@"\{\{(?<word>[a-z_]+)(:(?<argument>[a-z_]+))?\}\}")]
    private static partial Regex Placeholder();
}
