using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Payments;

namespace FundLedger.Data.Journal;

/// <summary>A row of the table <c>entry</c>.</summary>
sealed class EntryRow
{
    public long Number { get; init; }
    public long Format { get; init; }
    public string Kind { get; init; } = "";
    public DateOnly Date { get; init; }
    public long RecordedAt { get; init; }
    public string RecordedBy { get; init; } = "";
    public string? ApprovedBy { get; init; }
    public string? Reason { get; init; }
    public string Text { get; init; } = "";
    public long Reverses { get; init; }
    public long Batch { get; init; }
    public long Lines { get; init; }
    public string? RateCurrency { get; init; }
    public long? Rate { get; init; }
    public DateOnly? RateDate { get; init; }
    public string? RateSource { get; init; }
    public byte[] Seal { get; init; } = [];

    internal EntryHeader ToHeader() => new(Number, (int)Format, Word.Parse<EntryKind>(Kind), Date,
        DateTimeOffset.FromUnixTimeMilliseconds(RecordedAt), RecordedBy, ApprovedBy, Reason, Text, Reverses, Batch, (int)Lines)
    {
        RateCurrency = RateCurrency,
        Rate = Rate,
        RateDate = RateDate,
        RateSource = RateSource,
    };
}

/// <summary>A row of the table <c>posting</c>.</summary>
class PostingRow
{
    public long Entry { get; init; }
    public string Account { get; init; } = "";
    public string Movement { get; init; } = "";
    public string Fund { get; init; } = "";
    public string Donor { get; init; } = "";
    public long Pledge { get; init; }
    public long Instalment { get; init; }
    public DateOnly? Due { get; init; }
    public long Payment { get; init; }
    public Currency Currency { get; init; } = Currency.Usd;
    public long Amount { get; init; }
    public long Usd { get; init; }

    internal Posting ToPosting() => new(Word.Parse<Account>(Account), Word.Parse<Movement>(Movement), Fund, Donor,
        new Amount(Amount, Currency), FundLedger.Money.Amount.Usd(Usd))
    {
        Pledge = Pledge,
        Instalment = (int)Instalment,
        Due = Due,
        Payment = Payment,
    };
}

/// <summary>A row of the table <c>allocation</c>.</summary>
sealed class AllocationRow
{
    internal const string Sql = "SELECT * FROM allocation WHERE entry BETWEEN @from AND @to ORDER BY entry, line";

    public long Entry { get; init; }
    public long Payment { get; init; }
    public long Pledge { get; init; }
    public long Instalment { get; init; }
    public string Fund { get; init; } = "";
    public Currency Currency { get; init; } = Currency.Usd;
    public long Amount { get; init; }
    public Currency SettledCurrency { get; init; } = Currency.Usd;
    public long Settled { get; init; }
    public long Usd { get; init; }

    internal Allocation ToAllocation() => new(Payment, Pledge, (int)Instalment, Fund, new Amount(Amount, Currency),
        new Amount(Settled, SettledCurrency), FundLedger.Money.Amount.Usd(Usd));
}
