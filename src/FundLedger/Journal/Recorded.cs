namespace FundLedger.Journal;

/// <summary>
/// What was recorded: the entry's number, the reference that people use, and a line that says what happened. Where a
/// second person has to approve it first, only a <see cref="Proposal"/> was recorded, and nothing is posted yet.
/// </summary>
public sealed record Recorded(long Entry, string Reference, string Text)
{
    /// <summary>The number of the proposal that waits for approval; none where the request was done.</summary>
    public long? Proposal { get; init; }
}
