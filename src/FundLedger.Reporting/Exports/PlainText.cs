using System.Buffers;
using System.Text;
using FundLedger.Checks;

namespace FundLedger.Reporting.Exports;

/// <summary>Makes text fit for files: characters that no file can hold, or nobody can see, become the sign for "unreadable".</summary>
static class PlainText
{
    const char Unreadable = '\uFFFD';

    static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(IsSuspect)]);

    internal static string Clean(string text)
    {
        var first = text.AsSpan().IndexOfAny(Suspects);
        if (first < 0) return text;
        var clean = new StringBuilder(text, 0, first, text.Length);
        for (var i = first; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i)) clean.Append(text, i++, 2);
            else clean.Append(IsSuspect(text[i]) ? Unreadable : text[i]);
        }

        return clean.ToString();
    }

    // Halves of a pair are well where they are a pair.
    static bool IsSuspect(char c) => char.IsSurrogate(c) || HiddenCharacters.AreIn([c]);
}
