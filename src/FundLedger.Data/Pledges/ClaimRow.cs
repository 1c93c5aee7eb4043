using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Pledges;

namespace FundLedger.Data.Pledges;

/// <summary>What is open of a pledge on one account, with the pledge itself beside it.</summary>
sealed class ClaimRow
{
    public long Number { get; init; }
    public string Reference { get; init; } = "";
    public string Donor { get; init; } = "";
    public string Fund { get; init; } = "";
    public DateOnly Date { get; init; }
    public Currency Currency { get; init; } = Currency.Usd;
    public string Form { get; init; } = "";
    public long Instalment { get; init; }
    public string Account { get; init; } = "";
    public DateOnly Due { get; init; }
    public long Amount { get; init; }
    public long Usd { get; init; }

    /// <summary>The pledge that all the rows are of.</summary>
    internal static PledgeState State(IEnumerable<ClaimRow> rows)
    {
        var first = rows.First();
        return new PledgeState(first.Number, first.Reference, first.Donor, first.Fund, first.Date, first.Currency,
            Word.Parse<ContributionForm>(first.Form), [.. rows.Select(row => row.ToClaim())]);
    }

    Claim ToClaim() => new((int)Instalment, Word.Parse<Account>(Account), Due, new Amount(Amount, Currency),
        FundLedger.Money.Amount.Usd(Usd));
}
