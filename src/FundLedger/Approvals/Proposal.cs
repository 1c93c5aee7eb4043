using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Users;

namespace FundLedger.Approvals;

/// <summary>
/// A request that waits for a second person, under the number of its entry: the request as it was asked, in JSON, so that
/// it can be done when it is approved.
/// </summary>
public sealed record Proposal(string Request) : ILedgerRecord
{
    public static RecordShape Shape { get; } = new("proposal", "request text");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink) => sink.Text(Request);
}

public enum Verdict
{
    Approved,
    Rejected,

    /// <summary>Taken back by the one who proposed it.</summary>
    Withdrawn,
}

/// <summary>What became of a proposal; <see cref="Posted"/> is the last entry that its approval posted, or 0.</summary>
public sealed record Decision(long Proposal, Verdict Verdict, long Posted) : ILedgerRecord
{
    public static RecordShape Shape { get; } = new("decision", "proposal number, verdict text, posted number");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink)
    {
        sink.Number(Proposal);
        sink.Text(Word.Of(Verdict));
        sink.Number(Posted);
    }
}

/// <summary>A proposal as the ledger knows it: who asked for what, and what was decided; no verdict while it waits.</summary>
public sealed record ProposalState(
    long Number, DateTimeOffset ProposedAt, string ProposedBy, string Text, string? Reason, Verdict? Verdict, string? DecidedBy,
    DateTimeOffset? DecidedAt, string? DecidedReason, long Posted)
{
    public bool IsWaiting => Verdict is null;

    /// <summary>Why this person cannot decide so; none when he can. Only approvers decide; one's own can only be withdrawn.</summary>
    public Problem? Objection(string name, Verdict verdict, PersonList persons)
    {
        if (Verdict is { } decided)
            return About($"proposal {Number} was {Word.Of(decided)} already, by {DecidedBy}", "a proposal is decided once");
        if (name == ProposedBy)
            return verdict == Approvals.Verdict.Approved
                ? About($"{name} proposed it and cannot approve it", "have a second person approve it") : null;
        return persons.IsEmpty || persons.With(Role.Approver).Contains(name) ? null
            : About($"{name} is not an approver", $"have it decided by one of: {string.Join(", ", persons.With(Role.Approver))}");
    }

    Problem About(string message, string remedy) =>
        new(message, remedy) { Column = "proposal", Value = FormattableString.Invariant($"{Number}") };
}
