using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Data.Pledges;
using FundLedger.Journal;

namespace FundLedger.Data.Journal;

/// <summary>An import as a list shows it: the file, who brought it, how many entries it made, and which entry undid it (or 0).</summary>
public sealed record BatchLine(long Entry, DateTimeOffset At, string By, string File, long Entries, long UndoneBy);

/// <summary>Imports as a whole: each is one batch of entries, and is undone by one batch of reversals.</summary>
public sealed class BatchStore(Ledger ledger)
{
    const int ChunkSize = 2000;
    const int MostNamed = 10;

    const string Lines = """
        SELECT b.entry, e.recorded_at, e.recorded_by, b.file,
               (SELECT COUNT(*) FROM entry x WHERE x.batch = b.entry AND x.batch <> 0) AS entries,
               COALESCE((SELECT r.number FROM entry r WHERE r.reverses = b.entry AND r.reverses <> 0), 0) AS undone_by
        FROM batch b JOIN entry e ON e.number = b.entry
        """;

    /// <summary>
    /// Undoes an import: every entry of it that still stands is reversed, the newest first, all or none. It is refused where
    /// something outside the import was built on its pledges or payments. Donors that it added stay.
    /// </summary>
    public Outcome<Recorded> Undo(long batch, DateOnly date, string reason, Author author) =>
        ledger.Write(author, new UndoImport(batch, date, reason));

    /// <summary>All imports of pledges and payments, the newest first.</summary>
    public ImmutableArray<BatchLine> List() => [.. ledger.Query<LineRow>(Lines + " ORDER BY b.entry DESC").Select(row => row.ToLine())];

    public BatchLine? Find(long batch) => ledger.Single<LineRow>(Lines + " WHERE b.entry = @batch", new { batch })?.ToLine();

    internal Outcome<Recorded> Undo(UndoImport request, Writing writing)
    {
        if (ledger.Journal.Header(request.Batch) is not { } import)
            return new Problem($"there is no entry {request.Batch}", "give the number of the batch that the import named");
        if (ledger.Single<long>("SELECT number FROM entry WHERE reverses = @Batch AND reverses <> 0", request) is var by and not 0)
            return new Problem($"the import of batch {request.Batch} is undone already, by entry {by}", "nothing more is to be done");
        var head = Reversal.OfBatch(import, request.Date, request.Reason);
        if (head.IsRefused) return new Refusal(head.Problems);
        if (BuiltOn(request.Batch) is { } problem) return problem;
        return writing.Post(head.Value).Then(undoing => ReverseAll(request, undoing, writing).Then(count =>
            new Rejoining(ledger).AfterBatch(request.Batch, request.Date, request.Reason, writing, undoing).Then<Recorded>(rejoined =>
                new Recorded(undoing, $"batch {request.Batch}", string.Format(CultureInfo.InvariantCulture, "{0}: {1:N0} {2} reversed{3}",
                    head.Value.Text, count, count == 1 ? "entry" : "entries", rejoined)))));
    }

    Outcome<long> ReverseAll(UndoImport request, long undoing, Writing writing)
    {
        long count = 0;
        var below = undoing;
        while (Chunk(request.Batch, below) is { Length: > 0 } entries)
        {
            below = entries[^1].Number;
            var span = new { from = below, to = entries[0].Number };
            var postings = ledger.Query<PostingRow>("SELECT * FROM posting WHERE entry BETWEEN @from AND @to ORDER BY entry, line", span)
                .ToLookup(row => row.Entry, row => row.ToPosting());
            var allocations = ledger.Query<AllocationRow>(AllocationRow.Sql, span)
                .ToLookup(row => row.Entry, row => (ILedgerRecord)row.ToAllocation().Opposite());
            foreach (var entry in entries)
            {
                var date = request.Date > entry.Date ? request.Date : entry.Date;
                var posted = Reversal.Decide(entry, postings[entry.Number], allocations[entry.Number], date, request.Reason)
                    .Then(draft => writing.Post(draft, undoing));
                if (posted.IsRefused) return posted;
                count++;
            }
        }

        return count;
    }

    /// <summary>Entries of the batch that still stand, the newest first, below the number given.</summary>
    EntryHeader[] Chunk(long batch, long below) => [.. ledger.Query<EntryRow>("""
        SELECT * FROM entry e WHERE e.batch = @batch AND e.batch <> 0 AND e.number < @below
          AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = e.number AND r.reverses <> 0)
        ORDER BY e.number DESC LIMIT @most
        """, new { batch, below, most = ChunkSize }).Select(row => row.ToHeader())];

    /// <summary>What was recorded later on the pledges and payments of the import, and still stands.</summary>
    Problem? BuiltOn(long batch)
    {
        var later = ledger.Query<(long Number, string Text)>("""
            SELECT DISTINCT e.number, e.text FROM entry e
            JOIN (SELECT p.entry, CASE WHEN p.pledge <> 0 THEN p.pledge ELSE p.payment END AS about FROM posting p
                  WHERE p.entry > @batch AND (p.pledge <> 0 OR p.payment <> 0)
                  UNION ALL
                  SELECT a.entry, a.payment FROM allocation a WHERE a.entry > @batch) s ON s.entry = e.number
            JOIN entry b ON b.number = s.about AND b.batch = @batch
            WHERE e.number > @batch AND e.batch <> @batch AND e.reverses = 0
              AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = e.number AND r.reverses <> 0)
            ORDER BY e.number DESC LIMIT @most
            """, new { batch, most = MostNamed }).ToImmutableArray();
        return later.IsEmpty ? null
            : new Problem($"the import of batch {batch} cannot be undone: later entries stand on it: "
                    + string.Join("; ", later.Select(entry => $"{entry.Number} ({entry.Text})")),
                "reverse those first, the newest before the older, then undo the import");
    }

    sealed class LineRow
    {
        public long Entry { get; init; }
        public long RecordedAt { get; init; }
        public string RecordedBy { get; init; } = "";
        public string File { get; init; } = "";
        public long Entries { get; init; }
        public long UndoneBy { get; init; }

        internal BatchLine ToLine() =>
            new(Entry, DateTimeOffset.FromUnixTimeMilliseconds(RecordedAt), RecordedBy, File, Entries, UndoneBy);
    }
}
