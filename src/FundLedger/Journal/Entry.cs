using System.Collections.Immutable;
using FundLedger.Rates;

namespace FundLedger.Journal;

/// <summary>What happened. Each event of the ledger appends one entry of one kind.</summary>
public enum EntryKind
{
    // Standing data, versioned by entry
    Funds,
    Donors,
    Contact,
    ContactErasure,
    Rates,
    Settings,
    Users,
    ApprovalRules,

    // The life of a pledge and of a payment
    Pledge,
    Formalisation,
    Signing,
    Amendment,
    Cancellation,
    WriteOff,
    Payment,
    Allocation,
    Refund,
    Reversal,
    Revaluation,

    // The bank, the year, the file cabinet
    Import,
    BankStatement,
    BankMatch,
    Statement,
    Closing,
    Reopening,
    Attachment,
    Letter,
    Report,

    // What a second person has to approve
    Proposal,
    Decision,
}

public static class EntryKinds
{
    /// <summary>Whether entries of the kind move money or promises; the others have no postings.</summary>
    public static bool MovesMoney(this EntryKind kind) => kind
        is EntryKind.Pledge or EntryKind.Formalisation or EntryKind.Signing or EntryKind.Amendment or EntryKind.Cancellation
        or EntryKind.WriteOff or EntryKind.Payment or EntryKind.Allocation or EntryKind.Refund or EntryKind.Reversal
        or EntryKind.Revaluation or EntryKind.Statement or EntryKind.BankMatch;
}

/// <summary>
/// An entry as a rule decides it: everything but its number, moment, authors and seal, which the ledger adds when it
/// is posted. Its postings balance in US$ and in each original currency, for each fund.
/// </summary>
public sealed record EntryDraft(EntryKind Kind, DateOnly Date, string Text)
{
    /// <summary>The rate at which the entry was valued; none where every amount is in US$ or nothing is valued.</summary>
    public Rate? Rate { get; init; }

    public string? Reason { get; init; }

    /// <summary>The number of the entry that this one undoes, or zero.</summary>
    public long Reverses { get; init; }

    public ImmutableArray<Posting> Postings { get; init; } = [];

    /// <summary>The other records of the entry, sealed after its postings.</summary>
    public ImmutableArray<ILedgerRecord> Records { get; init; } = [];
}

/// <summary>An entry as it stands in the ledger, without its records.</summary>
public sealed record EntryHeader(
    long Number, int Format, EntryKind Kind, DateOnly Date, DateTimeOffset RecordedAt, string RecordedBy,
    string? ApprovedBy, string? Reason, string Text, long Reverses, long Batch, int Lines)
{
    public string? RateCurrency { get; init; }

    public long? Rate { get; init; }

    public DateOnly? RateDate { get; init; }

    public string? RateSource { get; init; }
}
