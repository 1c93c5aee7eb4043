using CsCheck;
using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Rates;

namespace FundLedger.Tests;

/// <summary>One pledge and its payments in memory, moved only by the rules: what the database would hold.</summary>
sealed class Books
{
    long _entries;

    public List<Posting> Postings { get; } = [];

    public PledgeState Pledge { get; private set; } = null!;

    public List<ReceiptState> Receipts { get; } = [];

    public static readonly DateOnly Start = new(2020, 1, 15);

    /// <summary>Amounts of currencies with 0, 2, 3 and 4 digits.</summary>
    public static readonly Gen<Currency> Currencies = Gen.OneOf(new[] { "JPY", "EUR", "USD", "KWD", "CLF" }.Select(code => Gen.Const(Currency.Of(code))).ToArray());

    public static Gen<Amount> Amounts(Currency currency) => Gen.Long[1, 5_000_000_000].Select(units => new Amount(units, currency));

    public static Gen<Rate> RatesOf(Currency currency) => currency == Currency.Usd
        ? Gen.Const(Rate.Dollar(Start))
        : Gen.Long[200_000_00, 1_500_000_000_00].Select(units => new Rate(currency, Start, units, "test"));

    public void Promise(Amount amount, Rung rung, int instalments, Rate rate)
    {
        var draft = RecordPledge.Decide(new NewPledge("NOR", "VFTC", Start, amount)
        {
            Reference = "P",
            Status = rung,
            Plan = new InstalmentPlan { Count = instalments, First = Start, MonthsApart = 1 },
        }, rate).Value;
        Pledge = new PledgeState(_entries + 1, "P", "NOR", "VFTC", Start, amount.Currency, ContributionForm.Monetary, []);
        Post(draft);
    }

    public void Pay(Amount amount, Rate rate)
    {
        var draft = RecordPayment.Decide(
            new NewPayment("NOR", "VFTC", Start, amount) { Reference = "R", Targets = [AllocationTarget.To(Pledge)] },
            rate, _ => rate).Value;
        Post(draft);
        var rest = draft.Postings.Where(posting => posting.Account == Account.Unallocated).ToArray();
        Receipts.Add(new ReceiptState(_entries, "R", "NOR", "VFTC", Start, amount, ContributionForm.Monetary,
            rest.Aggregate(Amount.Zero(amount.Currency), (sum, posting) => sum - posting.Amount),
            rest.Aggregate(Amount.Usd(0), (sum, posting) => sum - posting.Usd)));
    }

    /// <summary>Posts a decision as the ledger does; what does not balance fails the test.</summary>
    public void Post(EntryDraft draft)
    {
        _entries++;
        if (Balance.Imbalance(draft.Postings) is { } imbalance) throw new InvalidOperationException(imbalance);
        var posted = draft.Postings.Select(posting => posting.Pledge == Posting.ThisEntry ? posting with { Pledge = _entries } : posting).ToArray();
        Postings.AddRange(posted);
        Pledge = Pledge.After(posted);
    }

    public Amount Sum(Func<Posting, bool> which) =>
        Postings.Where(which).Aggregate(Amount.Usd(0), (sum, posting) => sum + posting.Usd);

    public Amount SumOriginal(Func<Posting, bool> which) =>
        Postings.Where(which).Aggregate(Amount.Zero(Pledge.Currency), (sum, posting) => sum + posting.Amount);
}
