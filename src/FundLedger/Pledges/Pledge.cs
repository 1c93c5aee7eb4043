using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Pledges;

/// <summary>The rungs of the ladder of certainty that a promise climbs before it is paid.</summary>
public enum Rung
{
    /// <summary>Said in public; in no total until it is formalised.</summary>
    Announced,

    /// <summary>Given in a letter or note verbale; a memorandum outside the balance.</summary>
    Pledged,

    /// <summary>A binding agreement; a receivable.</summary>
    Signed,
}

/// <summary>Whether money or goods and services are promised or received.</summary>
public enum ContributionForm
{
    Monetary,
    InKind,
}

/// <summary>
/// A promise as it was first recorded, under the number of its entry. It never changes: what was amended, paid,
/// written off and is outstanding follows from the postings.
/// </summary>
public sealed record Pledge(
    string Reference, string Donor, string Fund, DateOnly Date, Amount Amount, Amount Usd, Rung Status,
    ContributionForm Form, string? Earmarking, string? Note) : ILedgerRecord
{
    public static RecordShape Shape { get; } = new("pledge",
        "reference text, donor text, fund text, date day, currency text, amount number, usd number, status text, "
        + "form text, earmarking text, note text");

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
        sink.Text(Word.Of(Status));
        sink.Text(Word.Of(Form));
        sink.Text(Earmarking);
        sink.Text(Note);
    }
}

/// <summary>A part of a pledge with the day it falls due. Numbers of a pledge's instalments are never used again.</summary>
public sealed record Instalment(long Pledge, int Number, DateOnly Due, Amount Amount) : ILedgerRecord
{
    public static RecordShape Shape { get; } = new("instalment",
        "pledge number, number number, due day, amount number");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink)
    {
        sink.EntryNumber(Pledge);
        sink.Number(Number);
        sink.Day(Due);
        sink.Number(Amount.MinorUnits);
    }
}
