using System.Data.Common;
using System.Globalization;

namespace FundLedger.Data.Engines;

/// <summary>SQLite reads any number of queries side by side by itself.</summary>
sealed class SqliteRows(DbDataReader rows) : RowReader
{
    public override bool Read() => rows.Read();

    public override bool IsNothing(int column) => rows.IsDBNull(column);

    public override long Number(int column) => rows.GetInt64(column);

    public override string Text(int column) => rows.GetString(column);

    public override DateOnly Day(int column) => DateOnly.ParseExact(rows.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override byte[] Bytes(int column) => (byte[])rows.GetValue(column);

    public override void Dispose() => rows.Dispose();
}
