namespace FundLedger.Data.Engines;

/// <summary>Rows of several statements in the order in which they were executed, waiting to be written.</summary>
sealed class WaitingRows
{
    readonly List<WaitingValue> _values = [];
    readonly List<(SqliteStatement Statement, int End)> _rows = [];

    internal int Count => _rows.Count;

    internal void Add(WaitingValue value) => _values.Add(value);

    internal void EndRow(SqliteStatement statement) => _rows.Add((statement, _values.Count));

    internal void Write()
    {
        var values = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_values);
        var start = 0;
        foreach (var (statement, end) in _rows)
        {
            statement.Write(values[start..end]);
            start = end;
        }
    }

    internal void Clear()
    {
        _values.Clear();
        _rows.Clear();
    }
}
