using System.Data;
using System.Text.RegularExpressions;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace FundLedger.Data.Engines;

/// <summary>
/// A statement whose rows gather in memory and are then written together: an insert by binary COPY, any other statement as
/// one statement over arrays of its values.
/// </summary>
sealed partial class PostgresStatement : Statement
{
    readonly PostgresStatements _set;
    readonly List<WaitingValue> _values = [];
    readonly string _sql;
    readonly int _width;
    int _column;

    internal PostgresStatement(PostgresStatements set, string sql)
    {
        (_set, _sql) = (set, sql);
        _width = Placeholder().Matches(sql).Select(match => match.Value).Distinct().Count();
        Table = Target().Match(sql).Groups[1].Value;
        IsCopy = PlainInsert().IsMatch(sql);
    }

    /// <summary>The table that is written.</summary>
    internal string Table { get; }

    /// <summary>Whether rows are only added, so that they can be copied in.</summary>
    internal bool IsCopy { get; }

    internal int Rows => _values.Count / _width;

    public override void Number(long? value) => Add(WaitingValue.Of(value));

    public override void Text(string? value) => Add(WaitingValue.Of(value));

    public override void Day(DateOnly? value) => Add(WaitingValue.Of(value));

    public override void Bytes(ReadOnlyMemory<byte> value) => Add(WaitingValue.Of(value));

    public override void Execute()
    {
        if (_column != _width) throw new InvalidOperationException($"{_column} values for {_width} columns of {Table}.");
        _column = 0;
        _set.Executed(this);
    }

    internal void Write(NpgsqlConnection connection)
    {
        if (_values.Count == 0) return;
        if (IsCopy) Copy(connection);
        else ExecuteAsOne(connection);
        _values.Clear();
    }

    void Add(WaitingValue value)
    {
        // The first value of a row: what a rule must see first is written before.
        if (_column++ == 0) _set.Beginning(this);
        _values.Add(value);
    }

    void Copy(NpgsqlConnection connection)
    {
        using var writer = connection.BeginBinaryImport(PlainInsert().Replace(_sql, "COPY $1 ($2) FROM STDIN (FORMAT BINARY)"));
        for (var i = 0; i < _values.Count; i++)
        {
            if (i % _width == 0) writer.StartRow();
            var value = _values[i];
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

    void ExecuteAsOne(NpgsqlConnection connection)
    {
        var done = connection.Execute(OverArrays(), new Arrays([.. Enumerable.Range(0, _width).Select(ArrayOf)]));
        // An update that named a row twice would have done so once only.
        if (done != Rows) throw new InvalidOperationException($"{Rows} rows of {Table} were to be written, and {done} were.");
    }

    /// <summary>INSERT … VALUES (?1, …) and UPDATE … WHERE … with their values taken from arrays of one value a row.</summary>
    string OverArrays()
    {
        var numbers = Enumerable.Range(1, _width).ToArray();
        var source = $"unnest({string.Join(", ", numbers.Select(i => $"${i}"))})";
        if (_sql.StartsWith("INSERT", StringComparison.Ordinal)) return Values().Replace(_sql, match => $"SELECT * FROM {source}");
        var columns = $" FROM {source} AS v ({string.Join(", ", numbers.Select(i => $"p{i}"))}) WHERE ";
        return Placeholder().Replace(_sql.Replace(" WHERE ", columns, StringComparison.Ordinal), match => "v.p" + match.Value[1..]);
    }

    NpgsqlParameter ArrayOf(int column)
    {
        var values = Enumerable.Range(0, Rows).Select(row => _values[row * _width + column]).ToArray();
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

    [GeneratedRegex(@"\?\d+")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^(?:INSERT INTO|UPDATE) (\w+)")]
    private static partial Regex Target();

    [GeneratedRegex(@"^INSERT INTO (\w+) \(([^)]+)\)\s+VALUES \([?\d, ]+\)$")]
    private static partial Regex PlainInsert();

    [GeneratedRegex(@"VALUES \([?\d, ]+\)")]
    private static partial Regex Values();
}
