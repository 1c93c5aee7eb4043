namespace FundLedger.Bank;

/// <summary>A bank line that the ledger holds, under the name by which people call it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Day">The day from which it is in the bank's balance.</param>
/// <param name="Line">The line.</param>
public sealed record HeldLine(BankLineId Id, DateOnly Day, BankLine Line)
{
    /// <summary>Why it was left unexplained; none where nobody has looked at it yet.</summary>
    public string? LeftReason { get; init; }
}
