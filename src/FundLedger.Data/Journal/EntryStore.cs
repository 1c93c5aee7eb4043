using System.Collections.Immutable;
using FundLedger.Bank;
using FundLedger.Checks;
using FundLedger.Data.Attachments;
using FundLedger.Data.Bank;
using FundLedger.Journal;
using FundLedger.Reports;

namespace FundLedger.Data.Journal;

/// <summary>A record of an entry as people read it: the kind of record, and its fields; empty ones are left out.</summary>
public sealed record RecordText(string Kind, ImmutableArray<(string Field, Cell Value)> Fields);

/// <summary>Everything that one entry holds, and what leads from it: its reversal, files, and the line of the bank.</summary>
public sealed record EntryText(EntryHeader Header, string Seal, ImmutableArray<Posting> Postings, ImmutableArray<RecordText> Records)
{
    /// <summary>The entry that undid it, or 0.</summary>
    public long ReversedBy { get; init; }

    public ImmutableArray<EnclosedFile> Files { get; init; } = [];

    public ImmutableArray<HeldLine> BankLines { get; init; } = [];

    /// <summary>The references of the pledges and payments that the postings move, by entry.</summary>
    public required ImmutableDictionary<long, string> Pledges { get; init; }

    public required ImmutableDictionary<long, string> Payments { get; init; }
}

/// <summary>Single entries, read as a whole.</summary>
public sealed class EntryStore(Ledger ledger)
{
    /// <summary>Kinds without postings that belong to no fund, so that a limit of funds does not hide them.</summary>
    static readonly EntryKind[] OfNoFund =
    [
        EntryKind.Funds, EntryKind.Donors, EntryKind.Contact, EntryKind.ContactErasure, EntryKind.Rates, EntryKind.Settings,
        EntryKind.Users, EntryKind.ApprovalRules, EntryKind.Closing, EntryKind.Reopening,
    ];

    /// <summary>One entry; refused where it is none, or lies outside the scope.</summary>
    public Outcome<EntryText> Read(long number)
    {
        var row = ledger.Single<EntryRow>("SELECT * FROM entry WHERE number = @number", new { number });
        var all = row is null ? [] : ledger.Journal.Postings(number);
        ImmutableArray<Posting> postings = [.. all.Where(posting => ledger.Scope.Allows(posting.Fund))];
        if (row is null || !IsInScope(row.ToHeader(), all.Length, postings.Length))
            return new Problem($"there is no entry {number}", "look it up in the audit trail");
        return new EntryText(row.ToHeader(), SealWriter.ToText(row.Seal), postings,
            all.Length == postings.Length ? [.. new EntryRecords(ledger, number).Read()] : [])
        {
            ReversedBy = ledger.Single<long>("SELECT number FROM entry WHERE reverses = @number AND reverses <> 0", new { number }),
            Files = ledger.Attachments.Of([number]),
            BankLines = BankLines(number),
            Pledges = References("pledge", postings.Select(posting => posting.Pledge)),
            Payments = References("payment", postings.Select(posting => posting.Payment)),
        };
    }

    /// <summary>The lines of the bank that an entry explains.</summary>
    public ImmutableArray<HeldLine> BankLines(long entry) => [.. ledger.Query<BankLineRow>($"""
        SELECT {BankLineRow.Columns}
        FROM standing_match m JOIN standing_line l ON l.entry = m.bank_entry AND l.line = m.bank_line
        JOIN bank_text t ON t.entry = l.entry AND t.line = l.line
        WHERE m.matched = @entry ORDER BY l.entry, l.line
        """, new { entry }).Select(row => row.ToLine())];

    bool IsInScope(EntryHeader header, int postings, int inScope) =>
        ledger.Scope.IsAll || inScope > 0 || (postings == 0 && OfNoFund.Contains(header.Kind))
        || (header.Kind == EntryKind.Attachment && About(header.Number) is { } about && !Read(about).IsRefused);

    /// <summary>The entry to which the files of another belong.</summary>
    long? About(long entry) => ledger.Single<long?>("SELECT about FROM enclosure WHERE entry = @entry AND about < @entry", new { entry });

    ImmutableDictionary<long, string> References(string table, IEnumerable<long> entries) => entries.Where(entry => entry != 0).Distinct()
        .ToImmutableDictionary(entry => entry, entry =>
            ledger.Single<string>($"SELECT reference FROM {table} WHERE entry = @entry", new { entry }) ?? "");
}
