using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Closing;

/// <summary>What the checklist of a closing looks for.</summary>
public enum FindingKind
{
    /// <summary>Announced or pledged, and not signed by the end of the year.</summary>
    UnsignedPledges,

    /// <summary>Due by the end of the year and not paid by then.</summary>
    OverdueInstalments,

    /// <summary>Received by the end of the year and explained by no allocation.</summary>
    UnallocatedReceipts,

    /// <summary>Currencies of open claims and receipts without a rate of the last month of the year.</summary>
    MissingRates,

    /// <summary>Proposals that nobody has decided.</summary>
    WaitingProposals,

    /// <summary>Checks of the ledger that found something.</summary>
    FailedChecks,

    /// <summary>Opening balances that the finance system states and that are not the closing of the year before.</summary>
    OpeningBalances,
}

/// <summary>
/// What the checklist found when a year was closed, and how it was explained. <see cref="Detail"/> names the first few.
/// </summary>
public sealed record Finding(FindingKind Kind, long Count, Amount Usd, string Detail, string? Explanation = null) : ILedgerRecord
{
    public static RecordShape Shape { get; } = new("finding",
        "kind text, found number, usd number, detail text, explanation text");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink)
    {
        sink.Text(Word.Of(Kind));
        sink.Number(Count);
        sink.Number(Usd.MinorUnits);
        sink.Text(Detail);
        sink.Text(Explanation);
    }

    /// <summary>One line: <c>3 unsigned pledges, US$ 120,000.00 (NOR-1, NOR-2, FRA-7)</c>.</summary>
    public string Text() => FormattableString.Invariant($"{Count:N0} {Noun()}")
        + (Usd.IsZero ? "" : FormattableString.Invariant($", US$ {Usd.ToDecimal():N2}")) + (Detail.Length == 0 ? "" : $" ({Detail})");

    string Noun() => (Kind, Count) switch
    {
        (FindingKind.UnsignedPledges, 1) => "unsigned pledge",
        (FindingKind.UnsignedPledges, _) => "unsigned pledges",
        (FindingKind.OverdueInstalments, 1) => "overdue instalment",
        (FindingKind.OverdueInstalments, _) => "overdue instalments",
        (FindingKind.UnallocatedReceipts, 1) => "unallocated receipt",
        (FindingKind.UnallocatedReceipts, _) => "unallocated receipts",
        (FindingKind.MissingRates, 1) => "currency without a rate for 31 December",
        (FindingKind.MissingRates, _) => "currencies without a rate for 31 December",
        (FindingKind.WaitingProposals, 1) => "proposal waiting for approval",
        (FindingKind.WaitingProposals, _) => "proposals waiting for approval",
        (FindingKind.FailedChecks, 1) => "failed check",
        (FindingKind.FailedChecks, _) => "failed checks",
        (FindingKind.OpeningBalances, 1) => "opening balance that is not the closing of the year before",
        (FindingKind.OpeningBalances, _) => "opening balances that are not the closing of the year before",
        _ => throw new InvalidOperationException($"{Kind} has no words."),
    };
}
