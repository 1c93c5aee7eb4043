using System.Collections.Immutable;

namespace FundLedger.Funds;

/// <summary>The funds that somebody may see: all of them, or those named.</summary>
public sealed class FundScope
{
    readonly ImmutableArray<string>? _codes;

    FundScope(ImmutableArray<string>? codes) => _codes = codes;

    public static FundScope All { get; } = new(null);

    public static FundScope None { get; } = new([]);

    public bool IsAll => _codes is null;

    /// <summary>The codes of the funds, where not all may be seen.</summary>
    public ImmutableArray<string> Codes => _codes ?? [];

    /// <summary>Tells two scopes apart where what was read in one is kept: "*" for all funds.</summary>
    public string Key => IsAll ? "*" : string.Join(',', Codes);

    /// <summary>The scope of a person with these funds; a person for whom none are named is not limited.</summary>
    public static FundScope For(ImmutableArray<string> funds) => funds.IsEmpty ? All : new FundScope(funds);

    public bool Allows(string fund) => _codes is not { } codes || codes.Contains(fund);
}
