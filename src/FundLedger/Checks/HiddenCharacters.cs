using System.Buffers;

namespace FundLedger.Checks;

/// <summary>
/// Characters that nobody sees and that change what is read: control characters, and the marks that turn text around, with
/// which "EUR 12" can be made to look like "EUR 21". No text of a ledger holds one. Line ends and tabs are none of them.
/// </summary>
public static class HiddenCharacters
{
    static readonly SearchValues<char> All = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(IsHidden)]);

    public static bool AreIn(ReadOnlySpan<char> text) => text.ContainsAny(All);

    /// <summary>The text as it is safe to show where it came from outside, such as a bank's file.</summary>
    public static string Without(string text) => AreIn(text) ? string.Concat(text.Where(letter => !All.Contains(letter))) : text;

    static bool IsHidden(char letter) =>
        (char.IsControl(letter) && letter is not ('\t' or '\n' or '\r'))
        || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029' or >= '\uFFFE';
}
