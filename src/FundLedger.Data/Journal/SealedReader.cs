using FundLedger.Data.Engines;
using FundLedger.Journal;

namespace FundLedger.Data.Journal;

/// <summary>
/// Reads a ledger back in the order in which it was sealed: entries, and with each the records of every table, merged by
/// line. Nothing is held but one row a table.
/// </summary>
sealed class SealedReader : IDisposable
{
    readonly Ledger.Moment _moment;
    readonly RowReader _entries;
    readonly List<RecordCursor> _cursors;

    internal SealedReader(Ledger ledger)
    {
        _moment = ledger.OneMoment();
        _entries = ledger.Rows("entry", JournalWriter.EntryColumns, "number");
        _cursors = [.. Shapes.All.Select(shape => new RecordCursor(shape, ledger.Rows(shape.Table, Columns(shape), "entry, line")))];
    }

    internal EntryHeader Header { get; private set; } = null!;

    internal byte[] StoredSeal { get; private set; } = [];

    /// <summary>Moves to the next entry.</summary>
    internal bool Read()
    {
        if (!_entries.Read()) return false;
        Header = new EntryHeader(_entries.Number(0), (int)_entries.Number(1), Word.Parse<EntryKind>(_entries.Text(2)), _entries.Day(3),
            DateTimeOffset.FromUnixTimeMilliseconds(_entries.Number(4)), _entries.Text(5), _entries.OptionalText(6),
            _entries.OptionalText(7), _entries.Text(8), _entries.Number(9), _entries.Number(10), (int)_entries.Number(11))
        {
            RateCurrency = _entries.OptionalText(12),
            Rate = _entries.OptionalNumber(13),
            RateDate = _entries.OptionalDay(14),
            RateSource = _entries.OptionalText(15),
        };
        StoredSeal = _entries.Bytes(16);
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
        _moment.Dispose();
    }

    /// <summary>The cursor that holds the lowest line of the entry, or of one before it that does not exist.</summary>
    RecordCursor? NextCursor()
    {
        RecordCursor? next = null;
        foreach (var cursor in _cursors)
            if (!cursor.IsAtEnd && cursor.Entry <= Header.Number && (next is null || cursor.Line < next.Line)) next = cursor;
        return next;
    }

    static string Columns(RecordShape shape) => "entry, line, " + string.Join(", ", shape.Fields.Select(field => field.Name));

    sealed class RecordCursor : IDisposable
    {
        readonly RecordShape _shape;
        readonly RowReader _rows;

        internal RecordCursor(RecordShape shape, RowReader rows)
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
            if (!IsAtEnd) (Entry, Line) = (_rows.Number(0), _rows.Number(1));
        }

        internal void WriteTo(SealWriter seal)
        {
            seal.Record(_shape.Table);
            _rows.WriteTo(seal, _shape.Fields, 2);
        }

        public void Dispose() => _rows.Dispose();
    }
}
