using System.Data.Common;
using System.Globalization;
using Dapper;
using FundLedger.Journal;

namespace FundLedger.Data.Journal;

/// <summary>
/// Reads a ledger back in the order in which it was sealed: entries, and with each the records of every table, merged by
/// line. Nothing is held but one row a table.
/// </summary>
sealed class SealedReader : IDisposable
{
    readonly DbDataReader _entries;
    readonly List<RecordCursor> _cursors;

    internal SealedReader(Ledger ledger)
    {
        _entries = Open(ledger, "SELECT * FROM entry ORDER BY number");
        _cursors = [.. Shapes.All.Select(shape => new RecordCursor(shape, Open(ledger,
            $"SELECT entry, line, {Columns(shape)} FROM {shape.Table} ORDER BY entry, line")))];
    }

    internal EntryHeader Header { get; private set; } = null!;

    internal byte[] StoredSeal { get; private set; } = [];

    /// <summary>Moves to the next entry.</summary>
    internal bool Read()
    {
        if (!_entries.Read()) return false;
        Header = new EntryHeader(Number("number"), (int)Number("format"), Word.Parse<EntryKind>(Text("kind")!), Day("date")!.Value,
            DateTimeOffset.FromUnixTimeMilliseconds(Number("recorded_at")), Text("recorded_by")!, Text("approved_by"),
            Text("reason"), Text("text")!, Number("reverses"), Number("batch"), (int)Number("lines"))
        {
            RateCurrency = Text("rate_currency"),
            Rate = _entries["rate"] is long rate ? rate : null,
            RateDate = Day("rate_date"),
            RateSource = Text("rate_source"),
        };
        StoredSeal = (byte[])_entries["seal"];
        return true;
    }

    /// <summary>Writes the entry's records into a seal and returns how many there are; records that belong to no entry count too.</summary>
    internal int WriteRecords(SealWriter seal)
    {
        var lines = 0;
        while (NextCursor() is { } cursor)
        {
            if (cursor.Line != ++lines) return -1;
            cursor.WriteTo(seal);
            cursor.Advance();
        }

        return lines;
    }

    /// <summary>Whether a record is left over that belongs to no entry.</summary>
    internal bool HasStray => _cursors.Any(cursor => !cursor.IsAtEnd);

    public void Dispose()
    {
        _entries.Dispose();
        foreach (var cursor in _cursors) cursor.Dispose();
    }

    /// <summary>The cursor that holds the lowest line of the entry, or of one before it that does not exist.</summary>
    RecordCursor? NextCursor()
    {
        RecordCursor? next = null;
        foreach (var cursor in _cursors)
            if (!cursor.IsAtEnd && cursor.Entry <= Header.Number && (next is null || cursor.Line < next.Line)) next = cursor;
        return next;
    }

    long Number(string column) => _entries.GetInt64(_entries.GetOrdinal(column));

    string? Text(string column) => _entries[column] as string;

    DateOnly? Day(string column) => RecordCursor.DayOf(_entries[column]);

    static string Columns(RecordShape shape) => string.Join(", ", shape.Fields.Select(field => field.Name));

    static DbDataReader Open(Ledger ledger, string sql) => (DbDataReader)ledger.Connection.ExecuteReader(sql);

    sealed class RecordCursor : IDisposable
    {
        readonly RecordShape _shape;
        readonly DbDataReader _rows;

        internal RecordCursor(RecordShape shape, DbDataReader rows)
        {
            (_shape, _rows) = (shape, rows);
            Advance();
        }

        internal bool IsAtEnd { get; private set; }

        internal long Entry { get; private set; }

        internal long Line { get; private set; }

        internal void Advance()
        {
            IsAtEnd = !_rows.Read();
            if (!IsAtEnd) (Entry, Line) = (_rows.GetInt64(0), _rows.GetInt64(1));
        }

        internal void WriteTo(SealWriter seal)
        {
            seal.Record(_shape.Table);
            for (var i = 0; i < _shape.Fields.Length; i++)
            {
                var column = i + 2;
                var nothing = _rows.IsDBNull(column);
                switch (_shape.Fields[i].Kind)
                {
                    case FieldKind.Number:
                        seal.Number(nothing ? null : _rows.GetInt64(column));
                        break;
                    case FieldKind.Text:
                        seal.Text(nothing ? null : _rows.GetString(column));
                        break;
                    case FieldKind.Day:
                        seal.Day(nothing ? null : DayOf(_rows.GetValue(column)));
                        break;
                    case FieldKind.Bytes:
                        seal.Bytes((byte[])_rows.GetValue(column));
                        break;
                    default:
                        throw new InvalidOperationException($"{_shape.Fields[i].Kind} is not a kind of field.");
                }
            }
        }

        public void Dispose() => _rows.Dispose();

        internal static DateOnly? DayOf(object value) => value switch
        {
            DateOnly day => day,
            DateTime moment => DateOnly.FromDateTime(moment),
            string text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => null,
        };
    }
}
