using System.Collections.Immutable;
using FundLedger.Data.Engines;
using FundLedger.Journal;

namespace FundLedger.Data.Backup;

/// <summary>The rows of a table as they are read from one ledger and written into another.</summary>
sealed class TableRows : IDisposable
{
    readonly ImmutableArray<Field> _fields;
    readonly RowReader _rows;
    readonly Statement _insert;

    TableRows(Ledger source, string table, ImmutableArray<Field> fields, string order, StatementSet statements, int atOnce)
    {
        (Table, _fields) = (table, fields);
        var columns = string.Join(", ", fields.Select(field => field.Name));
        _rows = source.Rows(table, columns, order, atOnce);
        var values = string.Join(", ", Enumerable.Range(1, fields.Length).Select(i => $"?{i}"));
        _insert = statements.Prepare($"INSERT INTO {table} ({columns}) VALUES ({values})");
    }

    internal string Table { get; }

    internal bool IsAtEnd { get; private set; }

    /// <summary>The first column of the row: of which entry it is.</summary>
    internal long Number => _rows.Number(0);

    internal static TableRows Of(Ledger source, RecordShape shape, string order, StatementSet statements, int atOnce = 2000) =>
        new(source, shape.Table, shape.Fields, order, statements, atOnce);

    /// <summary>The rows of records, which have their entry and line before the fields of their shape.</summary>
    internal static TableRows OfRecords(Ledger source, RecordShape shape, StatementSet statements) => new(source, shape.Table,
        [new Field("entry", FieldKind.Number), new Field("line", FieldKind.Number), .. shape.Fields], "entry, line", statements, 2000);

    internal bool Advance() => !(IsAtEnd = !_rows.Read());

    internal void Copy()
    {
        _rows.WriteTo(_insert, _fields, 0);
        _insert.Execute();
    }

    public void Dispose() => _rows.Dispose();
}
