using System.Collections.Immutable;
using FundLedger.Data.Journal;
using FundLedger.Journal;

namespace FundLedger.Data.Audit;

/// <summary>Which part of the audit trail is asked for; nothing where a part is not given. Days are days of recording, in UTC.</summary>
public sealed record AuditFilter
{
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Who recorded or approved it.</summary>
    public string? By { get; init; }

    public EntryKind? Kind { get; init; }

    public int Skip { get; init; }

    public int Take { get; init; } = 50;
}

/// <summary>
/// A field that an entry changed: of which record, what it was before and is after. No field where the record is new.
/// </summary>
public sealed record Change(string Record, string? Field, string? Before, string? After);

/// <summary>Who did what, when and why, with what it changed of donors, funds, rates, settings, persons and rules.</summary>
public sealed record AuditLine(EntryHeader Entry, ImmutableArray<Change> Changes)
{
    /// <summary>The pledges, payments and donors that it is about; of many only the first.</summary>
    public ImmutableArray<AuditSubject> Subjects { get; init; } = [];
}

/// <summary>The audit trail: the journal itself, read as who did what. It is always on, since nothing happens outside it.</summary>
public sealed class AuditStore(Ledger ledger)
{
    /// <summary>A page of the trail, the newest first.</summary>
    public ImmutableArray<AuditLine> Page(AuditFilter filter)
    {
        EntryHeader[] entries = [.. Entries(filter)];
        var subjects = new AuditSubjects(ledger).Of(entries);
        return [.. entries.Select(entry => new AuditLine(entry, [.. ChangedRecord.ChangesOf(ledger, entry)])
            { Subjects = [.. subjects[entry.Number]] })];
    }

    IEnumerable<EntryHeader> Entries(AuditFilter filter) => ledger.Query<EntryRow>("""
        SELECT * FROM entry
        WHERE recorded_at >= @from AND recorded_at < @until
          AND (@By IS NULL OR recorded_by = @By OR approved_by = @By) AND (@kind IS NULL OR kind = @kind)
        ORDER BY number DESC LIMIT @Take OFFSET @Skip
        """, new
    {
        from = filter.From is { } from ? Start(from) : long.MinValue,
        until = filter.To is { } to && to < DateOnly.MaxValue ? Start(to.AddDays(1)) : long.MaxValue,
        filter.By,
        kind = filter.Kind is { } kind ? Word.Of(kind) : null,
        filter.Take,
        filter.Skip,
    }).Select(row => row.ToHeader());

    static long Start(DateOnly day) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds();
}
