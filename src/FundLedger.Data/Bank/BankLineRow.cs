using FundLedger.Bank;
using FundLedger.Money;

namespace FundLedger.Data.Bank;

/// <summary>A row of <c>bank_line</c> with its text.</summary>
class BankLineRow
{
    internal const string Columns = """
        l.entry, l.line, l.account, l.currency, l.key, l.occurrence, l.day, l.booked, l.value_date, l.amount, l.reversal,
        l.bank_reference, l.code, l.original_currency, l.original, l.charges_currency, l.charges,
        t.payer_name, t.payer_account, t.on_behalf_of, t.end_to_end, t.remittance
        """;

    public long Entry { get; init; }
    public long Line { get; init; }
    public string Account { get; init; } = "";
    public Currency Currency { get; init; } = Currency.Usd;
    public string Key { get; init; } = "";
    public long Occurrence { get; init; }
    public DateOnly Day { get; init; }
    public DateOnly Booked { get; init; }
    public DateOnly ValueDate { get; init; }
    public long Amount { get; init; }
    public long Reversal { get; init; }
    public string BankReference { get; init; } = "";
    public string Code { get; init; } = "";
    public string? OriginalCurrency { get; init; }
    public long? Original { get; init; }
    public string? ChargesCurrency { get; init; }
    public long? Charges { get; init; }
    public string PayerName { get; init; } = "";
    public string PayerAccount { get; init; } = "";
    public string OnBehalfOf { get; init; } = "";
    public string EndToEnd { get; init; } = "";
    public string Remittance { get; init; } = "";
    public string? LeftReason { get; init; }

    internal HeldLine ToLine() => new(new BankLineId(Entry, (int)Line), Day,
        new BankLine(Account, Booked, ValueDate, new Amount(Amount, Currency))
        {
            IsReversal = Reversal == 1,
            BankReference = BankReference,
            EndToEndId = EndToEnd,
            PayerName = PayerName,
            PayerAccount = PayerAccount,
            OnBehalfOf = OnBehalfOf,
            Remittance = Remittance,
            TransactionCode = Code,
            Original = AmountOf(Original, OriginalCurrency),
            Charges = AmountOf(Charges, ChargesCurrency),
            Occurrence = (int)Occurrence,
        })
    { LeftReason = LeftReason };

    static Amount? AmountOf(long? units, string? currency) =>
        units is { } number && currency is not null ? new Amount(number, Currency.Of(currency)) : null;
}
