using System.Collections.Immutable;
using FundLedger.Money;

namespace FundLedger.Bank;

/// <summary>
/// What a bank says happened on one account between two balances. Every statement that has both balances foots:
/// opening + booked lines = closing; a file in which one does not is refused.
/// </summary>
public sealed record BankStatement(string Account, Currency Currency)
{
    /// <summary>
    /// The bank's number of the statement. Banks start again each year: it identifies nothing by itself.
    /// </summary>
    public string Number { get; init; } = "";

    /// <summary>The bank's count of statements or pages; it starts again each year too.</summary>
    public string Sequence { get; init; } = "";

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>None where the file states no balance, as in some CSV exports.</summary>
    public Amount? Opening { get; init; }

    public Amount? Closing { get; init; }

    public ImmutableArray<BankLine> Lines { get; init; } = [];

    /// <summary>The lines that moved the balance.</summary>
    public IEnumerable<BankLine> Booked => Lines.Where(line => line.Status == LineStatus.Booked);
}

/// <summary>Whether a line moved the balance. Pending and informational lines did not, and may never do.</summary>
public enum LineStatus
{
    Booked,
    Pending,
    Information,
}
