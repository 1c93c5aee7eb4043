using Dapper;
using Npgsql;

namespace FundLedger.Data.Engines;

/// <summary>
/// The rows of a transaction that wait to be copied in, table by table, see <see cref="StatementText.Place"/>.
/// </summary>
sealed class PostgresStatements(NpgsqlConnection connection) : StatementSet
{
    const int RowsATime = 10_000;

    /// <summary>From how many rows on another thread writes them: more than people record at once.</summary>
    const int ManyRows = 4_000;

    /// <summary>
    /// Tables that grow within a transaction have no statistics: rows that stand in them are looked up one by one, by index, and not by
    /// reading the whole table for each few thousand.
    /// </summary>
    const string LookUps = "SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_bitmapscan = off";

    /// <summary>Tables whose rows change what later entries may be: they are written by themselves, in their turn.</summary>
    static readonly string[] Ruling = ["closing", "person", "approval_rule"];

    readonly List<PostgresStatement> _statements = [];
    int _waiting;
    bool _rulesWait;

    public override Statement Prepare(string sql)
    {
        var statement = PostgresStatement.Of(this, sql);
        var place = _statements.FindIndex(other => other.Place > statement.Place);
        _statements.Insert(place < 0 ? _statements.Count : place, statement);
        return statement;
    }

    private protected override void Write()
    {
        if (Writer is null && _waiting >= ManyRows) BeginWriter();
        Action[] works = [.. _statements.Where(statement => statement.Rows > 0).Select(statement => statement.Work(connection))];
        (_waiting, _rulesWait) = (0, false);
        foreach (var work in works)
        {
            if (Writer is null) work();
            else Writer.Give(work);
        }
    }

    /// <summary>A row of the statement begins.</summary>
    internal void Beginning(PostgresStatement statement)
    {
        var isRuling = Ruling.Contains(statement.Table);
        if (isRuling || (_rulesWait && statement.Table == "entry")) Write();
        if (_waiting >= RowsATime && statement.Table == "entry") Write();
        _rulesWait |= isRuling;
    }

    void BeginWriter()
    {
        connection.Execute(LookUps);
        Writer = new BackgroundWriter(_statements.Count);
    }

    internal void Executed(PostgresStatement statement) => _waiting++;

    public override void Dispose() => Writer?.Dispose();
}
