using Npgsql;

namespace FundLedger.Data.Engines;

/// <summary>A statement whose rows gather in memory and are then written together.</summary>
abstract class PostgresStatement(PostgresStatements set, StatementText text) : Statement
{
    int _column;

    /// <summary>The table that is written.</summary>
    internal string Table => text.Table;

    /// <summary>When it is written, table by table.</summary>
    internal int Place => text.Place;

    /// <summary>How many rows wait.</summary>
    internal int Rows { get; private set; }

    protected StatementText Saying => text;

    internal static PostgresStatement Of(PostgresStatements set, string sql)
    {
        var text = new StatementText(sql);
        return text.IsPlainInsert ? new PostgresCopy(set, text) : new PostgresArrays(set, text);
    }

    public override void Execute()
    {
        if (_column != text.Width) throw new InvalidOperationException($"{_column} values for {text.Width} columns of {Table}.");
        _column = 0;
        Rows++;
        set.Executed(this);
    }

    /// <summary>Takes the rows that gathered; the work writes them.</summary>
    internal Action Work(NpgsqlConnection connection)
    {
        var work = WorkOf(connection, Rows);
        Rows = 0;
        return work;
    }

    protected abstract Action WorkOf(NpgsqlConnection connection, int rows);

    /// <summary>A value comes; whether it is the first of its row. What a rule must see first is written before.</summary>
    protected bool Next()
    {
        if (_column++ > 0) return false;
        set.Beginning(this);
        return true;
    }
}
