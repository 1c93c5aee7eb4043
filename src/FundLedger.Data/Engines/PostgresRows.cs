using System.Data.Common;
using System.Globalization;
using Dapper;
using Npgsql;

namespace FundLedger.Data.Engines;

/// <summary>
/// A cursor of the transaction, fetched page by page: a PostgreSQL connection answers one query at a time, and a million
/// rows are not held.
/// </summary>
sealed class PostgresRows : RowReader
{
    static long _cursors;

    readonly NpgsqlConnection _connection;
    readonly string _name;
    readonly int _pageSize;
    readonly List<object[]> _page = [];
    int _at = -1;
    bool _isLast;

    internal PostgresRows(NpgsqlConnection connection, string sql, int pageSize)
    {
        var number = Interlocked.Increment(ref _cursors).ToString(CultureInfo.InvariantCulture);
        (_connection, _name, _pageSize) = (connection, "rows_" + number, pageSize);
        connection.Execute($"DECLARE {_name} NO SCROLL CURSOR FOR {sql}");
    }

    public override bool Read()
    {
        if (++_at < _page.Count) return true;
        if (_isLast) return false;
        Fetch();
        return _page.Count > 0;
    }

    public override bool IsNothing(int column) => _page[_at][column] is DBNull;

    public override long Number(int column) => (long)_page[_at][column];

    public override string Text(int column) => (string)_page[_at][column];

    public override DateOnly Day(int column) =>
        _page[_at][column] is DateOnly day ? day : DateOnly.FromDateTime((DateTime)_page[_at][column]);

    public override byte[] Bytes(int column) => (byte[])_page[_at][column];

    /// <summary>The cursor ends with its transaction.</summary>
    public override void Dispose() => _page.Clear();

    void Fetch()
    {
        _page.Clear();
        _at = 0;
        var fetch = string.Create(CultureInfo.InvariantCulture, $"FETCH {_pageSize} FROM {_name}");
        using var rows = (DbDataReader)_connection.ExecuteReader(fetch);
        while (rows.Read())
        {
            var row = new object[rows.FieldCount];
            rows.GetValues(row);
            _page.Add(row);
        }

        _isLast = _page.Count < _pageSize;
    }
}
