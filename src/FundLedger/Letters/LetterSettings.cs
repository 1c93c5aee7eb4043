using System.Collections.Immutable;

namespace FundLedger.Letters;

/// <summary>Who writes, from where and who signs, as the ledger is set; what is not set is left to the wording, or out.</summary>
public sealed record LetterSettings(ImmutableArray<string> Sender, string Place, string? Signatory, string? Capacity)
{
    /// <summary>The sender's lines, joined by '|'.</summary>
    public const string SenderName = "letters.sender";

    public const string PlaceName = "letters.place";

    /// <summary>Who signs, and in what capacity, joined by '|'.</summary>
    public const string SignatoryName = "letters.signatory";

    public static LetterSettings Of(Func<string, string?> setting)
    {
        var signatory = (setting(SignatoryName) ?? "").Split('|', 2, StringSplitOptions.TrimEntries);
        return new LetterSettings(
            [.. (setting(SenderName) ?? "").Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            setting(PlaceName)?.Trim() ?? "", signatory[0].Length > 0 ? signatory[0] : null,
            signatory.Length > 1 && signatory[1].Length > 0 ? signatory[1] : null);
    }
}
