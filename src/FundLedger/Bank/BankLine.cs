using FundLedger.Money;

namespace FundLedger.Bank;

/// <summary>
/// One movement on a bank account: a credit is positive, a debit negative. A batch that the bank breaks down into its
/// payments is one line a payment. The texts are as the bank gave them; empty where it gave none.
/// </summary>
public sealed record BankLine(string Account, DateOnly Booked, DateOnly ValueDate, Amount Amount)
{
    public LineStatus Status { get; init; } = LineStatus.Booked;

    /// <summary>
    /// Whether the line undoes an earlier one. The sign of the amount already says in which direction.
    /// </summary>
    public bool IsReversal { get; init; }

    /// <summary>The bank's own reference. All payments of one batch share it.</summary>
    public string BankReference { get; init; } = "";

    /// <summary>The reference that the payer gave the payment.</summary>
    public string EndToEndId { get; init; } = "";

    /// <summary>Who paid a credit; who was paid by a debit.</summary>
    public string PayerName { get; init; } = "";

    public string PayerAccount { get; init; } = "";

    /// <summary>For whom the payer paid, where the bank says that it was somebody else.</summary>
    public string OnBehalfOf { get; init; } = "";

    public string Remittance { get; init; } = "";

    /// <summary>The bank's code for the kind of movement: "PMNT-RCDT-ESCT", "NTRF", "166".</summary>
    public string TransactionCode { get; init; } = "";

    /// <summary>The amount the payer instructed, where it was in another currency or not what arrived.</summary>
    public Amount? Original { get; init; }

    /// <summary>What banks on the way took, where the statement says so.</summary>
    public Amount? Charges { get; init; }

    /// <summary>The line of the file (the record of a CSV file) where the movement begins.</summary>
    public long Row { get; init; }

    /// <summary>
    /// The place among the payments of one batch, from 1; zero for a line that is no part of a batch.
    /// </summary>
    public int Part { get; init; }

    /// <summary>
    /// Which of the lines with the same <see cref="Key"/> this is, from 1. Genuine twins are 1 and 2.
    /// </summary>
    public int Occurrence { get; init; } = 1;

    /// <summary>
    /// What is the same whenever a bank repeats this line in another file; see <see cref="LineKey"/>.
    /// </summary>
    public string Key => LineKey.Of(this);
}
