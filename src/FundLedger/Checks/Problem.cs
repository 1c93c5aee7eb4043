namespace FundLedger.Checks;

/// <summary>What is wrong with what somebody gave us, where, and what to do about it.</summary>
public sealed record Problem(string Message, string Remedy)
{
    public string? File { get; init; }
    public long? Row { get; init; }
    public string? Column { get; init; }
    public string? Value { get; init; }
}
