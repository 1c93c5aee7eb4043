using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Pledges;

namespace FundLedger.Payments;

/// <summary>
/// Money (or goods) received, under the number of its entry. It never changes: what is allocated, refunded and still
/// unallocated follows from its allocations and the postings. A negative amount corrects a published contribution.
/// </summary>
public sealed record Payment(
    string Reference, string Donor, string Fund, DateOnly Date, Amount Amount, Amount Usd, ContributionForm Form,
    string? Earmarking, string? Note) : ILedgerRecord
{
    public static RecordShape Shape { get; } = new("payment",
        "reference text, donor text, fund text, date day, currency text, amount number, usd number, form text, "
        + "earmarking text, note text");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink)
    {
        sink.Text(Reference);
        sink.Text(Donor);
        sink.Text(Fund);
        sink.Day(Date);
        sink.Text(Amount.Currency.Code);
        sink.Number(Amount.MinorUnits);
        sink.Number(Usd.MinorUnits);
        sink.Text(Word.Of(Form));
        sink.Text(Earmarking);
        sink.Text(Note);
    }
}

/// <summary>
/// What part of a payment settles: an instalment of a pledge, or a fund directly (pledge and instalment zero).
/// <see cref="Amount"/> is in the payment's currency, <see cref="Settled"/> in the pledge's.
/// </summary>
public sealed record Allocation(
    long Payment, long Pledge, int Instalment, string Fund, Amount Amount, Amount Settled, Amount Usd) : ILedgerRecord
{
    public static RecordShape Shape { get; } = new("allocation",
        "payment number, pledge number, instalment number, fund text, currency text, amount number, "
        + "settled_currency text, settled number, usd number");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink)
    {
        sink.EntryNumber(Payment);
        sink.EntryNumber(Pledge);
        sink.Number(Instalment);
        sink.Text(Fund);
        sink.Text(Amount.Currency.Code);
        sink.Number(Amount.MinorUnits);
        sink.Text(Settled.Currency.Code);
        sink.Number(Settled.MinorUnits);
        sink.Number(Usd.MinorUnits);
    }

    /// <summary>Takes the allocation back, exactly.</summary>
    public Allocation Opposite() => this with { Amount = -Amount, Settled = -Settled, Usd = -Usd };
}

/// <summary>A payment as the ledger knows it now: what of it no allocation explains yet.</summary>
public sealed record ReceiptState(
    long Number, string Reference, string Donor, string Fund, DateOnly Date, Amount Amount, ContributionForm Form,
    Amount Unallocated, Amount Usd);
