using FundLedger.Money;

namespace FundLedger.Journal;

/// <summary>
/// One line of an entry: what moved on which account, in the original currency and in US$. Debits are positive.
/// <see cref="Pledge"/> is set on the claim accounts, <see cref="Payment"/> on unallocated receipts; none is zero.
/// </summary>
public sealed record Posting(Account Account, Movement Movement, string Fund, string Donor, Amount Amount, Amount Usd)
    : ILedgerRecord
{
    /// <summary>Stands for the number that the entry being drafted will get.</summary>
    public const long ThisEntry = -1;

    public long Pledge { get; init; }

    public int Instalment { get; init; }

    /// <summary>The day the instalment falls due; set on the claim accounts.</summary>
    public DateOnly? Due { get; init; }

    public long Payment { get; init; }

    public static RecordShape Shape { get; } = new("posting",
        "account text, movement text, fund text, donor text, pledge number, instalment number, due day, payment number, "
        + "currency text, amount number, usd number");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink)
    {
        sink.Text(Word.Of(Account));
        sink.Text(Word.Of(Movement));
        sink.Text(Fund);
        sink.Text(Donor);
        sink.EntryNumber(Pledge);
        sink.Number(Instalment);
        sink.Day(Due);
        sink.EntryNumber(Payment);
        sink.Text(Amount.Currency.Code);
        sink.Number(Amount.MinorUnits);
        sink.Number(Usd.MinorUnits);
    }

    /// <summary>The exact opposite, for a reversal: same account and movement, both amounts negated.</summary>
    public Posting Opposite() => this with { Amount = -Amount, Usd = -Usd };
}
