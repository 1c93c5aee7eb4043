using System.Data.Common;
using Dapper;
using FundLedger.Data.Engines;
using FundLedger.Journal;

namespace FundLedger.Data.Journal;

/// <summary>
/// Appends entries inside one transaction: numbers them, seals them, writes them with their records and keeps what
/// follows from them current.
/// </summary>
public sealed class JournalWriter : IDisposable
{
    internal const string EntryColumns =
        "number, format, kind, date, recorded_at, recorded_by, approved_by, reason, text, reverses, batch, lines, "
        + "rate_currency, rate, rate_date, rate_source, seal";

    readonly DbConnection _connection;
    readonly DbTransaction _transaction;
    readonly Dialect _dialect;
    readonly StatementSet _statements;
    readonly TimeProvider _clock;
    readonly SealWriter _seals = new();
    readonly Totals _totals;
    readonly Statement _entries;
    readonly Dictionary<string, Statement> _records = [];
    LargeImport? _large;
    long _lastMoment;
    byte[] _lastSeal;

    internal JournalWriter(DbConnection connection, DbTransaction transaction, Dialect dialect, TimeProvider clock)
    {
        (_connection, _transaction, _dialect) = (connection, transaction, dialect);
        _statements = dialect.Statements(connection, transaction);
        _clock = clock;
        var last = connection.QuerySingleOrDefault<LastEntry>(
            "SELECT number, recorded_at, seal FROM entry ORDER BY number DESC LIMIT 1", transaction: transaction);
        (LastNumber, _lastMoment, _lastSeal) = last is null
            ? (0, 0, new byte[SealWriter.Length]) : (last.Number, last.RecordedAt, last.Seal);
        _totals = new Totals(_statements.Prepare);
        _entries = _statements.Prepare(InsertInto("entry", EntryColumns.Split(',').Length, EntryColumns));
    }

    /// <summary>The number of the newest entry, posted here or before.</summary>
    public long LastNumber { get; private set; }

    /// <summary>Posts a decided entry and returns its number. An entry that does not balance is a fault of the program.</summary>
    public long Post(EntryDraft draft, Author author, long batch = 0)
    {
        if (Balance.Imbalance(draft.Postings) is { } imbalance)
            throw new InvalidOperationException($"An entry of kind {Word.Of(draft.Kind)} does not balance: {imbalance}.");
        var header = Head(draft, author, batch);
        var seal = Seal(header, draft);
        WriteEntry(header, seal);
        var line = 0;
        foreach (var posting in draft.Postings)
        {
            WriteRecord(header.Number, ++line, posting);
            _totals.Add(header.Number, header.Date, posting);
        }

        foreach (var record in draft.Records) WriteRecord(header.Number, ++line, record);
        (LastNumber, _lastSeal, _lastMoment) = (header.Number, seal, header.RecordedAt.ToUnixTimeMilliseconds());
        return header.Number;
    }

    /// <summary>A statement for rows that stand beside the journal and are not sealed.</summary>
    internal Statement Prepare(string sql) => _statements.Prepare(sql);

    /// <summary>Writes what is to be read within the transaction: everything but the totals, which no rule asks for.</summary>
    internal void Flush()
    {
        if (_statements.IsWriting) return;
        _totals.WriteOpen();
        _statements.Flush();
    }

    /// <summary>What is read once everything posted so far is written, perhaps while more is posted.</summary>
    internal Task<T> Ask<T>(Func<T> read)
    {
        _totals.WriteOpen();
        return _statements.Ask(read);
    }

    /// <summary>Deletes rows that stand beside the journal, when everything that was posted stands in its tables.</summary>
    internal void Erase(string table, string condition, object values)
    {
        Flush();
        _dialect.Erase(_connection, _transaction, table, condition, values);
    }

    /// <summary>Tells the engine that very many entries come in this transaction, before the first is posted.</summary>
    internal void ExpectMany()
    {
        _large = _dialect.BeginLargeImport(_connection, _transaction, LastNumber + 1);
        _statements.IsLargeImport = _large is not null;
    }

    /// <summary>Writes everything that gathered in memory; the last step before the commit. Says why it may not be kept.</summary>
    internal string? Finish()
    {
        _totals.Write();
        Flush();
        return _large?.End();
    }

    public void Dispose()
    {
        _statements.Dispose();
        _seals.Dispose();
    }

    EntryHeader Head(EntryDraft draft, Author author, long batch)
    {
        // A clock that was set back must not make later entries look earlier.
        var moment = Math.Max(_clock.GetUtcNow().ToUnixTimeMilliseconds(), _lastMoment);
        return new EntryHeader(
            LastNumber + 1, SealWriter.Format, draft.Kind, draft.Date, DateTimeOffset.FromUnixTimeMilliseconds(moment),
            author.Name, author.Approver, draft.Reason, draft.Text, draft.Reverses, batch,
            draft.Postings.Length + draft.Records.Length)
        {
            RateCurrency = draft.Rate?.Currency.Code,
            Rate = draft.Rate?.HundredMillionths,
            RateDate = draft.Rate?.Effective,
            RateSource = draft.Rate?.Source,
        };
    }

    byte[] Seal(EntryHeader header, EntryDraft draft)
    {
        _seals.Begin(_lastSeal, header);
        foreach (var posting in draft.Postings) Seal(posting);
        foreach (var record in draft.Records) Seal(record);
        return _seals.Finish();
    }

    void Seal(ILedgerRecord record)
    {
        _seals.Record(record.Shape.Table);
        record.WriteTo(_seals);
    }

    void WriteEntry(EntryHeader header, byte[] seal)
    {
        _entries.Number(header.Number);
        _entries.Number(header.Format);
        _entries.Text(Word.Of(header.Kind));
        _entries.Day(header.Date);
        _entries.Number(header.RecordedAt.ToUnixTimeMilliseconds());
        _entries.Text(header.RecordedBy);
        _entries.Text(header.ApprovedBy);
        _entries.Text(header.Reason);
        _entries.Text(header.Text);
        _entries.Number(header.Reverses);
        _entries.Number(header.Batch);
        _entries.Number(header.Lines);
        _entries.Text(header.RateCurrency);
        _entries.Number(header.Rate);
        _entries.Day(header.RateDate);
        _entries.Text(header.RateSource);
        _entries.Bytes(seal);
        _entries.Execute();
    }

    void WriteRecord(long entry, int line, ILedgerRecord record)
    {
        var shape = record.Shape;
        if (!_records.TryGetValue(shape.Table, out var statement))
        {
            var columns = "entry, line, " + string.Join(", ", shape.Fields.Select(field => field.Name));
            _records.Add(shape.Table, statement = _statements.Prepare(InsertInto(shape.Table, shape.Fields.Length + 2, columns)));
        }

        statement.Entry = entry;
        statement.Number(entry);
        statement.Number(line);
        record.WriteTo(statement);
        statement.Execute();
    }

    static string InsertInto(string table, int values, string columns) =>
        $"INSERT INTO {table} ({columns}) VALUES ({string.Join(", ", Enumerable.Range(1, values).Select(i => $"?{i}"))})";

    sealed record LastEntry(long Number, long RecordedAt, byte[] Seal);
}
