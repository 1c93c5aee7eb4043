using System.Data;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace FundLedger.Data.Engines;

/// <summary>A statement that is more than a plain insert: its rows are written by one statement over arrays of their values.</summary>
sealed class PostgresArrays(PostgresStatements set, StatementText text) : PostgresStatement(set, text)
{
    List<WaitingValue> _values = [];

    public override void Number(long? value) => Add(WaitingValue.Of(value));

    public override void Text(string? value) => Add(WaitingValue.Of(value));

    public override void Day(DateOnly? value) => Add(WaitingValue.Of(value));

    public override void Bytes(ReadOnlyMemory<byte> value) => Add(WaitingValue.Of(value));

    protected override Action WorkOf(NpgsqlConnection connection, int rows)
    {
        var values = _values;
        _values = new List<WaitingValue>(values.Count);
        return () =>
        {
            var arrays = new Arrays([.. Enumerable.Range(0, Saying.Width).Select(column => ArrayOf(column, rows, values))]);
            var done = connection.Execute(Saying.OverArrays(), arrays);
            // An update that named a row twice would have done so once only.
            if (done != rows) throw new InvalidOperationException($"{rows} rows of {Table} were to be written, and {done} were.");
        };
    }

    void Add(WaitingValue value)
    {
        Next();
        _values.Add(value);
    }

    NpgsqlParameter ArrayOf(int column, int rows, List<WaitingValue> all)
    {
        var values = Enumerable.Range(0, rows).Select(row => all[row * Saying.Width + column]).ToArray();
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
