namespace FundLedger.Journal;

/// <summary>
/// Who asks for something to be recorded. <see cref="RequestKey"/> makes asking twice harmless: the same key and request
/// get the same answer, and the same key with another request is refused.
/// </summary>
public sealed record Author(string Name)
{
    /// <summary>A second person who approved it; never the one who recorded it.</summary>
    public string? Approver { get; init; }

    public string? RequestKey { get; init; }
}
