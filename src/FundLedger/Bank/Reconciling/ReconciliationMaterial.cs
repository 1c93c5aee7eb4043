using System.Collections.Immutable;
using FundLedger.Bank.Matching;
using FundLedger.Money;
using FundLedger.Reports;

namespace FundLedger.Bank.Reconciling;

/// <summary>What moved on a bank account on one day.</summary>
public readonly record struct DaySum(DateOnly Day, Amount Amount);

/// <summary>Many items, of which only the first are listed.</summary>
public sealed record Listed<T>(ImmutableArray<T> Items, long Count, Amount Sum);

/// <summary>
/// What a reconciliation of one bank account is made from, up to the day of the basis: what the bank said, what the ledger
/// recorded, and what of either nothing explains.
/// </summary>
public sealed record ReconciliationMaterial(ReportBasis Basis, string Account, Currency Currency)
{
    /// <summary>The statements that begin on or before the day, by their last day.</summary>
    public ImmutableArray<StatementRecord> Statements { get; init; } = [];

    /// <summary>What moved at the bank, by day.</summary>
    public ImmutableArray<DaySum> Days { get; init; } = [];

    /// <summary>Bank lines that no entry explains.</summary>
    public required Listed<HeldLine> Lines { get; init; }

    /// <summary>Entries since the first statement that no bank line explains.</summary>
    public required Listed<RecordedEntry> Entries { get; init; }

    /// <summary>Entries from before the first statement that is held.</summary>
    public required Listed<RecordedEntry> EarlierEntries { get; init; }

    /// <summary>What the ledger says is on the account.</summary>
    public required Amount LedgerBalance { get; init; }

    /// <summary>
    /// Whether entries in this currency that no line explains are taken to be on this account: it is the first that became
    /// known in its currency, or the one that the ledger is set to.
    /// </summary>
    public bool IsMain { get; init; }
}
