using System.Collections.Immutable;
using FundLedger.Money;

namespace FundLedger.Bank.Reconciling;

/// <summary>
/// The bank's balance and the ledger's, made to agree by what each has and the other has not. Both balances are taken from
/// their own source, so that a difference that nothing explains shows.
/// </summary>
public sealed record Reconciliation(ReconciliationMaterial Material)
{
    /// <summary>The newest statement up to the day that states a closing balance; none where there is none.</summary>
    public StatementRecord? Stated { get; private init; }

    /// <summary>The balance that the bank states.</summary>
    public required Amount StatedBalance { get; init; }

    /// <summary>What moved since that balance, up to the day, by a statement that goes beyond the day.</summary>
    public required Amount Since { get; init; }

    /// <summary>What was on the account before the first statement that is held.</summary>
    public required Amount Before { get; init; }

    /// <summary>Statements that do not begin where any other ended, though others stand before them.</summary>
    public ImmutableArray<StatementRecord> Gaps { get; private init; } = [];

    public Amount BankBalance => StatedBalance + Since;

    public Amount LedgerBalance => Material.LedgerBalance;

    /// <summary>At the bank and not in the ledger.</summary>
    public Amount OnlyAtBank => Before + Material.Lines.Sum;

    /// <summary>In the ledger and not at the bank.</summary>
    public Amount OnlyInLedger => Material.EarlierEntries.Sum + Material.Entries.Sum;

    /// <summary>What neither side explains; zero in good books.</summary>
    public Amount Difference => BankBalance - OnlyAtBank + OnlyInLedger - LedgerBalance;

    public static Reconciliation Of(ReconciliationMaterial material)
    {
        var zero = Amount.Zero(material.Currency);
        var first = material.Statements.MinBy(statement => statement.FirstDay);
        var before = first?.Opening ?? zero;
        var stated = StatedBy(material, before);
        var (balance, until) = stated is null ? (before, DateOnly.MinValue) : (stated.Closing!.Value, stated.LastDay);
        return new Reconciliation(material)
        {
            Stated = stated,
            StatedBalance = balance,
            Since = material.Days.Where(day => day.Day > until).Aggregate(zero, (sum, day) => sum + day.Amount),
            Before = before,
            Gaps = [.. material.Statements.Where(statement => statement != first && IsGap(statement, material.Statements))],
        };
    }

    /// <summary>
    /// Of several statements that end on the newest day (a bank sends the growing day several times) the one whose balance
    /// follows from the lines; where none does, the one read last.
    /// </summary>
    static StatementRecord? StatedBy(ReconciliationMaterial material, Amount before)
    {
        StatementRecord[] ended = [.. material.Statements.Where(one => one.Closing is not null && one.LastDay <= material.Basis.AsAt)];
        if (ended.Length == 0) return null;
        var day = ended.Max(statement => statement.LastDay);
        var expected = material.Days.Where(one => one.Day <= day).Aggregate(before, (sum, one) => sum + one.Amount);
        StatementRecord[] newest = [.. ended.Where(statement => statement.LastDay == day)];
        return newest.LastOrDefault(statement => statement.Closing == expected) ?? newest[^1];
    }

    static bool IsGap(StatementRecord statement, ImmutableArray<StatementRecord> all) =>
        statement.Opening is { } opening && !all.Any(other => other != statement
            && (other.Closing == opening || (other.FirstDay <= statement.FirstDay && other.LastDay >= statement.FirstDay)));
}
