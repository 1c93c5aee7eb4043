using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Rates;

namespace FundLedger.Bank;

/// <summary>A debit by which the bank takes its own fee, borne by a fund.</summary>
public static class BankFee
{
    public static Outcome<EntryDraft> Decide(HeldLine held, string fund, Rate rate)
    {
        var line = held.Line;
        if (!line.Amount.IsNegative)
            return new Problem($"line {held.Id} is a credit of {line.Amount} and no fee", "name the donor or pledge that it comes from")
            { Column = "line", Value = held.Id.ToString() };
        var usd = rate.ToUsd(line.Amount);
        return new EntryDraft(EntryKind.BankMatch, held.Day, $"Bank fee of {-line.Amount} borne by {fund}")
        {
            Rate = rate,
            Postings =
            [
                new Posting(Account.BankCharges, Movement.Charged, fund, "", -line.Amount, -usd),
                new Posting(Account.Bank, Movement.Charged, fund, "", line.Amount, usd),
            ],
            Records = [new BankMatch(held.Id, Posting.ThisEntry)],
        };
    }
}
