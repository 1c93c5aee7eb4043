using FundLedger.Journal;

namespace FundLedger.Bank;

/// <summary>
/// A line as the ledger seals it. What the bank tells of persons and the text are kept beside it, and its
/// <see cref="LineKey"/> proves them.
/// </summary>
/// <param name="Line">The line.</param>
/// <param name="Statement">The place of its statement in the same entry.</param>
/// <param name="Day">
/// The day from which it is in the bank's balance: the day it was booked, but not after its statement ends.
/// </param>
public sealed record LineRecord(BankLine Line, int Statement, DateOnly Day) : ILedgerRecord
{
    public static RecordShape Shape { get; } = new("bank_line",
        "statement number, account text, currency text, key text, occurrence number, day day, booked day, value_date day, "
        + "amount number, reversal number, bank_reference text, code text, original_currency text, original number, "
        + "charges_currency text, charges number");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink)
    {
        sink.Number(Statement);
        sink.Text(AccountNumber.Normal(Line.Account));
        sink.Text(Line.Amount.Currency.Code);
        sink.Text(Line.Key);
        sink.Number(Line.Occurrence);
        sink.Day(Day);
        sink.Day(Line.Booked);
        sink.Day(Line.ValueDate);
        sink.Number(Line.Amount.MinorUnits);
        sink.Number(Line.IsReversal ? 1 : 0);
        sink.Text(Line.BankReference);
        sink.Text(Line.TransactionCode);
        sink.Text(Line.Original?.Currency.Code);
        sink.Number(Line.Original?.MinorUnits);
        sink.Text(Line.Charges?.Currency.Code);
        sink.Number(Line.Charges?.MinorUnits);
    }
}
