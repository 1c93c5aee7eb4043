using System.Text;

namespace FundLedger.Journal;

/// <summary>
/// The words by which the database, exports and messages call the members of an enumeration:
/// <c>ContributionsInKind</c> is "contributions-in-kind". Words are kept for ever; members may be renamed only with them.
/// </summary>
public static class Word
{
    public static string Of<T>(T member) where T : struct, Enum => Words<T>.ByMember[member];

    public static bool TryParse<T>(string? word, out T member) where T : struct, Enum =>
        Words<T>.ByWord.TryGetValue((word ?? "").Trim(), out member);

    /// <summary>The member a stored word stands for. Throws when there is none: the database has its own check.</summary>
    public static T Parse<T>(string word) where T : struct, Enum => Words<T>.ByWord[word];

    /// <summary>All words, for messages that say what is possible: "announced, pledged, signed".</summary>
    public static string List<T>() where T : struct, Enum => string.Join(", ", Words<T>.ByMember.Values);

    static class Words<T> where T : struct, Enum
    {
        internal static readonly Dictionary<T, string> ByMember = Enum.GetValues<T>().ToDictionary(m => m, Kebab);

        internal static readonly Dictionary<string, T> ByWord =
            ByMember.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

        static string Kebab(T member)
        {
            var word = new StringBuilder();
            foreach (var letter in member.ToString())
            {
                if (char.IsUpper(letter) && word.Length > 0) word.Append('-');
                word.Append(char.ToLowerInvariant(letter));
            }

            return word.ToString();
        }
    }
}
