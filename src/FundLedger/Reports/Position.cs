using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Reports;

/// <summary>
/// Where a donor, a fund or a year stands, in US$: the sums that every report speaks of, each with one meaning.
/// Always <c>Pledged - Paid - WrittenOff + Revalued = Outstanding</c>.
/// </summary>
public sealed class Position
{
    long _pledged, _signed, _announced, _paid, _writtenOff, _revalued, _outstanding, _receivable;
    long _received, _inKind, _refunded, _unallocated, _exchange, _monetary, _contributionsInKind, _adjustments;

    /// <summary>Promised in writing or by agreement (the rungs pledged and signed), with amendments and cancellations.</summary>
    public Amount Pledged => Amount.Usd(_pledged);

    /// <summary>The part of <see cref="Pledged"/> that agreements bind.</summary>
    public Amount Signed => Amount.Usd(_signed);

    /// <summary>Announced and not formalised: in no other figure.</summary>
    public Amount Announced => Amount.Usd(_announced);

    /// <summary>What payments have settled of what was pledged, at the value it was pledged at.</summary>
    public Amount Paid => Amount.Usd(_paid);

    public Amount WrittenOff => Amount.Usd(_writtenOff);

    /// <summary>What year-end revaluation has changed.</summary>
    public Amount Revalued => Amount.Usd(_revalued);

    /// <summary>Pledged and neither paid nor written off.</summary>
    public Amount Outstanding => Amount.Usd(_outstanding);

    /// <summary>The part of <see cref="Outstanding"/> that agreements bind: the receivable.</summary>
    public Amount Receivable => Amount.Usd(_receivable);

    /// <summary>Money and goods received, at the rate of the day of receipt, before refunds.</summary>
    public Amount Received => Amount.Usd(_received);

    /// <summary>The part of <see cref="Received"/> that came in kind.</summary>
    public Amount ReceivedInKind => Amount.Usd(_inKind);

    public Amount Refunded => Amount.Usd(_refunded);

    /// <summary>Received and explained by no allocation yet.</summary>
    public Amount Unallocated => Amount.Usd(_unallocated);

    /// <summary>Exchange gain; a loss is negative.</summary>
    public Amount Exchange => Amount.Usd(_exchange);

    /// <summary>
    /// Monetary contributions recognised: agreements when they bind, money that no agreement promised when it is
    /// received, allocated or not.
    /// </summary>
    public Amount MonetaryContributions => Amount.Usd(_monetary);

    public Amount ContributionsInKind => Amount.Usd(_contributionsInKind);

    /// <summary>What refunds, amendments and cancellations changed of contributions recognised.</summary>
    public Amount ContributionAdjustments => Amount.Usd(_adjustments);

    /// <summary>Contributions recognised with their adjustments: the total of a donor schedule's row.</summary>
    public Amount Contributions => MonetaryContributions + ContributionsInKind + ContributionAdjustments;

    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty => (_pledged | _announced | _paid | _writtenOff | _revalued | _outstanding | _received | _refunded
        | _unallocated | _exchange | _monetary | _contributionsInKind | _adjustments) == 0;

    internal void Add(Figure figure)
    {
        var usd = figure.Usd;
        switch (figure.Account)
        {
            case Account.Announced:
                _announced += usd;
                break;
            case Account.Pledged or Account.Receivable:
                AddClaim(figure);
                break;
            case Account.Bank or Account.InKind when figure.Movement is Movement.Received or Movement.Allocated:
                _received += usd;
                if (figure.Account == Account.InKind) _inKind += usd;
                break;
            case Account.Bank or Account.InKind when figure.Movement == Movement.Refunded:
                _refunded -= usd;
                break;
            case Account.Exchange:
                _exchange -= usd;
                break;
            case Account.Unallocated or Account.Contributions or Account.ContributionsInKind or Account.Refunds:
                AddIncome(figure);
                break;
            default:
                break;
        }
    }

    void AddClaim(Figure figure)
    {
        var usd = figure.Usd;
        _outstanding += usd;
        if (figure.Account == Account.Receivable) _receivable += usd;
        switch (figure.Movement)
        {
            case Movement.Paid:
                _paid -= usd;
                break;
            case Movement.WrittenOff:
                _writtenOff -= usd;
                break;
            case Movement.Revalued:
                _revalued += usd;
                break;
            default:
                _pledged += usd;
                if (figure.Account == Account.Receivable) _signed += usd;
                break;
        }
    }

    void AddIncome(Figure figure)
    {
        if (figure.Account == Account.Unallocated) _unallocated -= figure.Usd;
        if (figure.Movement is Movement.Refunded or Movement.Amended or Movement.Cancelled) _adjustments -= figure.Usd;
        else if (figure.Account == Account.ContributionsInKind) _contributionsInKind -= figure.Usd;
        else _monetary -= figure.Usd;
    }
}
