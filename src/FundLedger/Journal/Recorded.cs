namespace FundLedger.Journal;

/// <summary>What was recorded: the entry's number, the reference that people use, and a line that says what happened.</summary>
public sealed record Recorded(long Entry, string Reference, string Text);
