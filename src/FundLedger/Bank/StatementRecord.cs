using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Bank;

/// <summary>A statement as the ledger keeps it: account, period and balances. Its new lines follow it in the entry.</summary>
public sealed record StatementRecord(
    string Account, Currency Currency, string Number, string Sequence, DateOnly FirstDay, DateOnly LastDay,
    Amount? Opening, Amount? Closing) : ILedgerRecord
{
    public static RecordShape Shape { get; } = new("bank_statement",
        "account text, currency text, number text, sequence text, first_day day, last_day day, opening number, closing number");

    RecordShape ILedgerRecord.Shape => Shape;

    /// <summary>
    /// The statement's own period. Where none of its lines lies in what the bank states as the period, the lines and not
    /// the bank's statement of it are believed; a statement without either stands on the day it was read.
    /// </summary>
    public static StatementRecord Of(BankStatement statement, DateOnly readOn)
    {
        var (first, last) = (statement.From ?? statement.To, statement.To ?? statement.From);
        DateOnly[] booked = [.. statement.Booked.Select(line => line.Booked)];
        if (booked.Length > 0 && !booked.Any(day => first <= day && day <= last)) (first, last) = (booked.Min(), booked.Max());
        return new StatementRecord(
            AccountNumber.Normal(statement.Account), statement.Currency, statement.Number, statement.Sequence,
            first ?? readOn, last ?? readOn, statement.Opening, statement.Closing);
    }

    public void WriteTo(FieldSink sink)
    {
        sink.Text(Account);
        sink.Text(Currency.Code);
        sink.Text(Number);
        sink.Text(Sequence);
        sink.Day(FirstDay);
        sink.Day(LastDay);
        sink.Number(Opening?.MinorUnits);
        sink.Number(Closing?.MinorUnits);
    }
}
