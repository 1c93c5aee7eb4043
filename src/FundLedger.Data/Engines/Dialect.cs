using System.Collections.Frozen;
using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;
using FundLedger.Checks;

namespace FundLedger.Data.Engines;

/// <summary>Every difference between the database engines, in one place. The stores are written once, against this.</summary>
public abstract partial class Dialect
{
    /// <summary>The engine that an address names: a server's, or else a file.</summary>
    public static Outcome<Dialect> Of(string address) => PostgresAddress.Names(address)
        ? PostgresAddress.Read(address).Then<Dialect>(place => new PostgresDialect(place))
        : new SqliteDialect(address, create: false);

    /// <summary>What an error of an engine means and what to do; none where it is a fault of the program.</summary>
    public static Problem? Explain(DbException fault) => SqliteDialect.Explain(fault) ?? PostgresTroubles.Explain(fault);

    /// <summary>Where the ledger is, as it may be shown: never with a password.</summary>
    public abstract string Place { get; }

    /// <summary>Why there is nothing to be opened; none where there may be.</summary>
    public abstract Problem? Absence();

    /// <summary>Makes a new ledger where there is nothing yet: what has the place's name is a whole ledger or none.</summary>
    internal abstract Outcome<T> Make<T>(Func<Dialect, Outcome<T>> make);

    /// <summary>Why a new ledger cannot begin in the database that was opened; none where it is empty.</summary>
    internal abstract Problem? Occupation(DbConnection connection);

    /// <summary>The suffix of the engine's own migration files.</summary>
    public abstract string Name { get; }

    /// <summary>Types and phrases that the migrations name in double braces.</summary>
    protected abstract FrozenDictionary<string, string> Words { get; }

    /// <summary>How a list given as one parameter is searched: <c>WHERE reference IN (…)</c>.</summary>
    public abstract string Among(string parameter);

    /// <summary>The values of such a list as rows of one column, <c>value</c>, each once.</summary>
    public string Each(string parameter, string alias) => $"(SELECT DISTINCT value FROM {Among(parameter)} AS listed) AS {alias}";

    /// <summary>
    /// Joins rows of a table to those before it in the query, looked up one by one by the index of a column. A table that grows
    /// within the transaction has no statistics by which a plan could know that this is the way.
    /// </summary>
    public abstract string LookUp(string table, string alias, string column, string value);

    /// <summary>The value to pass for a parameter searched with <see cref="Among"/>.</summary>
    public abstract object List(IReadOnlyCollection<string> values);

    /// <summary>Opens a connection, sets it up and refuses an engine that is not safe to use.</summary>
    public abstract DbConnection Open();

    /// <summary>Begins a transaction that no other writer can enter until it ends.</summary>
    public abstract DbTransaction BeginWriting(DbConnection connection);

    /// <summary>Begins a transaction that sees one moment of the ledger and hinders nobody.</summary>
    public abstract DbTransaction BeginReading(DbConnection connection);

    /// <summary>Whether the database can be written to here: a standby and a read-only role cannot.</summary>
    public abstract bool CanWrite(DbConnection connection);

    /// <summary>The statements that write rows in a transaction.</summary>
    public abstract StatementSet Statements(DbConnection connection, DbTransaction transaction);

    /// <summary>What is done differently for a very large import; none where nothing is.</summary>
    internal virtual LargeImport? BeginLargeImport(DbConnection connection, DbTransaction transaction, long first) => null;

    /// <summary>Deletes rows so that nothing of them stays in the table's pages, as far as the engine allows it.</summary>
    internal virtual void Erase(DbConnection connection, DbTransaction transaction, string table, string condition, object values) =>
        connection.Execute($"DELETE FROM {table} WHERE {condition}", values, transaction);

    /// <summary>Removes what the engine still holds elsewhere of rows that were erased; after their transaction.</summary>
    internal virtual void Erased(DbConnection connection)
    {
    }

    /// <summary>Whether whoever is connected may read a table: a role that only reads the books may not see personal details.</summary>
    internal virtual bool MayRead(DbConnection connection, string table) => true;

    /// <summary>The rows of a query, read beside others inside a transaction; at most so many are held at once.</summary>
    public abstract RowReader Rows(DbConnection connection, string sql, int atOnce);

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

    /// <summary>What is run after migrations, whatever they brought: rights of roles.</summary>
    internal abstract IEnumerable<string> Grants { get; }

    /// <summary>The engine's words where a constraint or trigger refused; none for any other error.</summary>
    public abstract string? RefusalOf(DbException fault);

    /// <summary>Whether the same transaction, begun anew, may well succeed: another one was in its way.</summary>
    public abstract bool IsPassing(DbException fault);

    /// <summary>Fills the words in double braces into a migration.</summary>
    public string Fill(string template) => Placeholder().Replace(template, match =>
        match.Groups["argument"].Success
            ? Words[match.Groups["word"].Value].Replace("%", match.Groups["argument"].Value, StringComparison.Ordinal)
            : Words[match.Groups["word"].Value]);

    [GeneratedRegex(@"\{\{(?<word>[a-z_]+)(:(?<argument>[a-z_]+))?\}\}")]
    private static partial Regex Placeholder();
}
