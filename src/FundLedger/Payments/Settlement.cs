using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Pledges;
using FundLedger.Rates;

namespace FundLedger.Payments;

/// <summary>
/// What a payment, or a part of it, shall settle: a pledge (all its instalments, the oldest first, or one of them), or a
/// fund directly, as a contribution that nobody had pledged.
/// </summary>
public sealed record AllocationTarget(PledgeState? Pledge, string Fund)
{
    public static AllocationTarget To(PledgeState pledge) => new(pledge, pledge.Fund);

    public static AllocationTarget Directly(string fund) => new(null, fund);

    public int? Instalment { get; init; }

    /// <summary>How much of the payment, in its currency; where none is given, as much as is owed and at hand.</summary>
    public Amount? Amount { get; init; }

    /// <summary>
    /// What the amount settles, in the pledge's currency, where the donor's bank exchanged it at a rate of its own; where
    /// none is given, what it is worth at the rate of the day.
    /// </summary>
    public Amount? Settles { get; init; }
}

/// <summary>
/// Spends a receipt on targets, one after the other. The receipt's value in US$ is shared out with its amount, a claim
/// is released at the value the journal carries it at, and the difference is a realised exchange gain or loss, once.
/// </summary>
sealed class Settlement(long payment, string donor, ContributionForm form, Amount receipt, Amount usd)
{
    readonly HashSet<(long Pledge, int Instalment, Account Rung)> _met = [];

    public List<Posting> Postings { get; } = [];

    public List<Allocation> Allocations { get; } = [];

    /// <summary>What of the receipt no target has taken yet.</summary>
    public Amount Left { get; private set; } = receipt;

    public Amount LeftUsd { get; private set; } = usd;

    /// <summary>Takes from the receipt what the target asks for; a problem leaves nothing posted by the caller.</summary>
    public Problem? Settle(AllocationTarget target, Func<Currency, Outcome<Rate>> rateOfTheDay)
    {
        var asked = target.Amount ?? Left;
        if (asked.Currency != Left.Currency)
            return new Problem($"{asked} was asked of a payment in {Left.Currency}", $"give the amount in {Left.Currency}")
            { Column = "amount" };
        if (asked > Left || (target.Amount is not null && !asked.IsPositive))
            return new Problem($"{asked} cannot be allocated: {Left} of the payment is left",
                $"allocate an amount above zero and at most {Left}")
            { Column = "amount", Value = asked.ToPlainText() };
        return target.Pledge is { } pledge
            ? SettlePledge(target, pledge, asked, rateOfTheDay)
            : GiveToFund(target.Fund, asked);
    }

    Problem? SettlePledge(
        AllocationTarget target, PledgeState pledge, Amount asked, Func<Currency, Outcome<Rate>> rateOfTheDay)
    {
        if (pledge.Donor != donor)
            return new Problem($"pledge {pledge.Reference} is of {pledge.Donor}, the payment is from {donor}",
                $"name a pledge of {donor}")
            { Column = "pledge", Value = pledge.Reference };
        if (pledge.Form != form)
            return new Problem($"pledge {pledge.Reference} is {Word.Of(pledge.Form)}, the payment is {Word.Of(form)}",
                "a pledge in kind is settled in kind, a monetary one with money")
            { Column = "form" };
        var value = WorthOf(target, pledge, asked, rateOfTheDay);
        if (value.IsRefused) return value.Problems[0];
        var worth = value.Value;
        foreach (var claim in pledge.Open.Where(claim => target.Instalment is null || claim.Instalment == target.Instalment))
        {
            if (!asked.IsPositive || !worth.IsPositive) break;
            // What two targets name is met by the first. A part of an instalment can stand on another rung than the rest.
            if (!_met.Add((pledge.Number, claim.Instalment, claim.Account))) continue;
            var (taken, settled) = SettleClaim(pledge, claim, asked, worth);
            (asked, worth) = (asked - taken, worth - settled);
        }

        return target.Amount is null || asked.IsZero ? null
            : new Problem($"{target.Amount} is {asked} more than pledge {pledge.Reference} still owes",
                $"allocate {target.Amount - asked}; the rest of the payment stays unallocated")
            { Column = "amount", Value = target.Amount.Value.ToPlainText() };
    }

    /// <summary>What the amount asked settles at most, in the pledge's currency: across currencies by the rate of the day.</summary>
    Outcome<Amount> WorthOf(AllocationTarget target, PledgeState pledge, Amount asked, Func<Currency, Outcome<Rate>> rateOfTheDay)
    {
        if (target.Settles is { } settles)
            return settles.Currency == pledge.Currency && settles.IsPositive
                && target.Amount is not null && (asked.Currency != pledge.Currency || asked == settles)
                ? settles
                : new Problem($"{asked} cannot settle {settles} of pledge {pledge.Reference}",
                    $"give an amount above zero in {pledge.Currency}, for a payment in another currency and of a given amount")
                { Column = "amount", Value = settles.ToPlainText() };
        return pledge.Currency == asked.Currency
            ? asked
            : rateOfTheDay(pledge.Currency).Then<Amount>(rate => rate.FromUsd(LeftUsd.Share(asked.MinorUnits, Left.MinorUnits)));
    }

    /// <summary>
    /// Settles one instalment with at most the amount asked, which is worth so much in the pledge's currency; returns what
    /// it took of both.
    /// </summary>
    (Amount Taken, Amount Settled) SettleClaim(PledgeState pledge, Claim claim, Amount asked, Amount worth)
    {
        var (taken, settled) = worth <= claim.Outstanding
            ? (asked, worth)
            : (asked.Share(claim.Outstanding.MinorUnits, worth.MinorUnits), claim.Outstanding);
        if (settled.IsZero || taken.IsZero) return (Amount.Zero(asked.Currency), Amount.Zero(worth.Currency));
        var takenUsd = Take(taken);
        var carried = claim.Usd.Share(settled.MinorUnits, claim.Outstanding.MinorUnits);
        if (claim.Account == Account.Announced) claim = Formalise(pledge, claim, settled, carried);
        Postings.Add(pledge.OnClaim(claim, Movement.Paid, -settled, -carried));
        if (claim.Account == Account.Receivable)
        {
            var difference = carried - takenUsd;
            if (!difference.IsZero)
                Postings.Add(On(Account.Exchange, pledge.Fund, Amount.Zero(settled.Currency), difference));
        }
        else
        {
            Postings.Add(On(Account.Memorandum, pledge.Fund, settled, carried));
            Postings.Add(On(PledgeState.IncomeOf(form), pledge.Fund, -settled, -takenUsd));
        }

        if (taken.Currency != settled.Currency)
        {
            Postings.Add(On(Account.Conversion, pledge.Fund, -taken, -takenUsd));
            Postings.Add(On(Account.Conversion, pledge.Fund, settled, takenUsd));
        }

        Allocations.Add(new Allocation(payment, pledge.Number, claim.Instalment, pledge.Fund, taken, settled, takenUsd));
        return (taken, settled);
    }

    /// <summary>Money formalises what was only announced: that part counts as pledged from the moment it is paid.</summary>
    Claim Formalise(PledgeState pledge, Claim claim, Amount settled, Amount carried)
    {
        var formal = claim with { Account = Account.Pledged };
        Postings.Add(pledge.OnClaim(claim, Movement.Formalised, -settled, -carried));
        Postings.Add(pledge.OnClaim(formal, Movement.Formalised, settled, carried));
        return formal;
    }

    Problem? GiveToFund(string fund, Amount asked)
    {
        var value = Take(asked);
        Postings.Add(On(PledgeState.IncomeOf(form), fund, -asked, -value));
        Allocations.Add(new Allocation(payment, 0, 0, fund, asked, asked, value));
        return null;
    }

    Posting On(Account account, string fund, Amount amount, Amount value) =>
        new(account, Movement.Paid, fund, donor, amount, value);

    Amount Take(Amount part)
    {
        var value = LeftUsd.Share(part.MinorUnits, Left.MinorUnits);
        (Left, LeftUsd) = (Left - part, LeftUsd - value);
        return value;
    }
}
