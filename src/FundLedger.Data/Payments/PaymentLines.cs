using FundLedger.Data.Lists;
using FundLedger.Money;
using FundLedger.Pledges;

namespace FundLedger.Data.Payments;

/// <summary>Which payments are asked for.</summary>
public sealed record PaymentFilter : LineFilter
{
    /// <summary>Only payments of which something is not explained yet.</summary>
    public bool UnallocatedOnly { get; init; }

    internal override bool IsOfWhatNeverChanges => base.IsOfWhatNeverChanges && !UnallocatedOnly;
}

/// <summary>One payment as a list shows it. <see cref="ReversedBy"/> is the entry that undid it, or 0.</summary>
public sealed record PaymentLine(
    long Entry, string Reference, string Donor, string Fund, DateOnly Date, Amount Amount, Amount Usd, ContributionForm Form,
    Amount Unallocated, long ReversedBy, string? Earmarking, string? Note)
{
    public Currency Currency => Amount.Currency;
}

/// <summary>One allocation of a payment; no pledge where it was given to the fund directly.</summary>
public sealed record AllocationLine(long Entry, string? Pledge, int Instalment, string Fund, Amount Amount, Amount Settled, Amount Usd)
{
    public Currency Currency => Amount.Currency;

    public Currency SettledCurrency => Settled.Currency;

    /// <summary>The entry of the pledge, or 0.</summary>
    public long PledgeEntry { get; init; }
}

/// <summary>A row of a page of payments.</summary>
sealed class PaymentRow
{
    public long Entry { get; init; }
    public string Reference { get; init; } = "";
    public string Donor { get; init; } = "";
    public string Fund { get; init; } = "";
    public DateOnly Date { get; init; }
    public Currency Currency { get; init; } = Currency.Usd;
    public long Amount { get; init; }
    public long Usd { get; init; }
    public string Form { get; init; } = "";
    public long Unallocated { get; init; }
    public long ReversedBy { get; init; }
    public string? Earmarking { get; init; }
    public string? Note { get; init; }

    internal PaymentLine ToLine() => new(Entry, Reference, Donor, Fund, Date, new Amount(Amount, Currency),
        FundLedger.Money.Amount.Usd(Usd), FundLedger.Journal.Word.Parse<ContributionForm>(Form),
        new Amount(Unallocated, Currency), ReversedBy, Earmarking, Note);
}

/// <summary>A row of the allocations of a payment.</summary>
sealed class AllocationRow
{
    internal const string Sql = """
        SELECT a.entry, g.reference AS pledge, a.pledge AS pledge_entry, a.instalment, a.fund, a.currency, a.amount,
               a.settled_currency, a.settled, a.usd
        FROM allocation a LEFT JOIN pledge g ON g.entry = a.pledge
        WHERE a.payment = @payment ORDER BY a.entry, a.line
        """;

    public long Entry { get; init; }
    public string? Pledge { get; init; }
    public long PledgeEntry { get; init; }
    public long Instalment { get; init; }
    public string Fund { get; init; } = "";
    public Currency Currency { get; init; } = Currency.Usd;
    public long Amount { get; init; }
    public Currency SettledCurrency { get; init; } = Currency.Usd;
    public long Settled { get; init; }
    public long Usd { get; init; }

    internal AllocationLine ToLine() => new(Entry, Pledge, (int)Instalment, Fund, new Amount(Amount, Currency),
        new Amount(Settled, SettledCurrency), FundLedger.Money.Amount.Usd(Usd))
    { PledgeEntry = PledgeEntry };
}
