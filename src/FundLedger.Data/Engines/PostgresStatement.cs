using System.Data;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace FundLedger.Data.Engines;

/// <summary>
/// A statement whose rows gather in memory and are then written together: an insert by binary COPY, any other statement as
/// one statement over arrays of its values.
/// </summary>
sealed class PostgresStatement : Statement
{
    readonly PostgresStatements _set;
    readonly StatementText _text;
    List<WaitingValue> _values = [];
    int _column;

    internal PostgresStatement(PostgresStatements set, string sql) => (_set, _text) = (set, new StatementText(sql));

    /// <summary>The table that is written.</summary>
    internal string Table => _text.Table;

    /// <summary>When it is written, table by table.</summary>
    internal int Place => _text.Place;

    internal int Rows => _values.Count / _text.Width;

    public override void Number(long? value) => Add(WaitingValue.Of(value));

    public override void Text(string? value) => Add(WaitingValue.Of(value));

    public override void Day(DateOnly? value) => Add(WaitingValue.Of(value));

    public override void Bytes(ReadOnlyMemory<byte> value) => Add(WaitingValue.Of(value));

    public override void Execute()
    {
        if (_column != _text.Width) throw new InvalidOperationException($"{_column} values for {_text.Width} columns of {Table}.");
        _column = 0;
        _set.Executed(this);
    }

    /// <summary>Takes the rows that gathered; the work writes them.</summary>
    internal Action Work(NpgsqlConnection connection)
    {
        var values = _values;
        _values = new List<WaitingValue>(values.Count);
        return () =>
        {
            if (_text.IsPlainInsert) Copy(connection, values);
            else ExecuteAsOne(connection, values);
        };
    }

    void Add(WaitingValue value)
    {
        // The first value of a row: what a rule must see first is written before.
        if (_column++ == 0) _set.Beginning(this);
        _values.Add(value);
    }

    void Copy(NpgsqlConnection connection, List<WaitingValue> values)
    {
        using var writer = connection.BeginBinaryImport(_text.AsCopy());
        for (var i = 0; i < values.Count; i++)
        {
            if (i % _text.Width == 0) writer.StartRow();
            var value = values[i];
            switch (value.Kind)
            {
                case WaitingKind.Number: writer.Write(value.Number, NpgsqlDbType.Bigint); break;
                case WaitingKind.Text: writer.Write((string)value.Reference!, NpgsqlDbType.Text); break;
                case WaitingKind.Day: writer.Write(value.Day, NpgsqlDbType.Date); break;
                case WaitingKind.Bytes: writer.Write((byte[])value.Reference!, NpgsqlDbType.Bytea); break;
                default: writer.WriteNull(); break;
            }
        }

        writer.Complete();
    }

    void ExecuteAsOne(NpgsqlConnection connection, List<WaitingValue> values)
    {
        var rows = values.Count / _text.Width;
        var arrays = new Arrays([.. Enumerable.Range(0, _text.Width).Select(column => ArrayOf(column, values))]);
        var done = connection.Execute(_text.OverArrays(), arrays);
        // An update that named a row twice would have done so once only.
        if (done != rows) throw new InvalidOperationException($"{rows} rows of {Table} were to be written, and {done} were.");
    }

    NpgsqlParameter ArrayOf(int column, List<WaitingValue> rows)
    {
        var values = Enumerable.Range(0, rows.Count / _text.Width).Select(row => rows[row * _text.Width + column]).ToArray();
        return values.Max(value => value.Kind) switch
        {
            WaitingKind.Number => Array(
                values.Select(value => value.IsNothing ? (long?)null : value.Number).ToArray(), NpgsqlDbType.Bigint),
            WaitingKind.Day => Array(values.Select(value => value.IsNothing ? (DateOnly?)null : value.Day).ToArray(), NpgsqlDbType.Date),
            WaitingKind.Bytes => Array(values.Select(value => (byte[]?)value.Reference).ToArray(), NpgsqlDbType.Bytea),
            _ => Array(values.Select(value => (string?)value.Reference).ToArray(), NpgsqlDbType.Text),
        };
    }

    static NpgsqlParameter<T[]> Array<T>(T[] values, NpgsqlDbType type) =>
        new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };

    /// <summary>Parameters as they are, in the order of $1, $2, …</summary>
    sealed class Arrays(NpgsqlParameter[] values) : SqlMapper.IDynamicParameters
    {
        public void AddParameters(IDbCommand command, SqlMapper.Identity identity)
        {
            foreach (var value in values) command.Parameters.Add(value);
        }
    }
}
