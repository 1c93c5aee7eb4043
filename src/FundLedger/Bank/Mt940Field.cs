using System.Text;
using System.Text.RegularExpressions;

namespace FundLedger.Bank;

/// <summary>
/// One field of an MT940 file: its tag without colons, the line of the file where it begins, and its lines.
/// </summary>
sealed partial record Mt940Field(string Tag, long Row, List<string> Lines)
{
    /// <summary>The tag given to what ends a message.</summary>
    public const string End = "-";

    // Field 86 has six lines of 65 signs; banks that fill a line break words in it.
    const int FullLine = 65;

    public string First => Lines[0].Trim();

    /// <summary>
    /// The fields of a file in order. A lone hyphen ends a message only after its closing balance: before that it is
    /// text of a field.
    /// </summary>
    public static IEnumerable<Mt940Field> In(TextReader reader)
    {
        Mt940Field? open = null;
        var isClosed = false;
        long row = 0;
        while (reader.ReadLine() is { } written)
        {
            row++;
            var line = WithoutBlocks(written);
            if (string.IsNullOrWhiteSpace(line)) continue;
            var tag = TagPattern().Match(line);
            var isEnd = line.StartsWith("-}", StringComparison.Ordinal) || (isClosed && line.Trim() == "-");
            if (!tag.Success && !isEnd)
            {
                open?.Lines.Add(line);
                continue;
            }

            if (open is not null) yield return open;
            open = new Mt940Field(isEnd ? End : tag.Groups[1].Value, row, [line[tag.Length..]]);
            isClosed = open.Tag is "62F" or "62M" || (isClosed && open.Tag != "20");
        }

        if (open is not null) yield return open;
    }

    /// <summary>The lines as one text: full lines run on, shorter ones end with a word.</summary>
    public static string Joined(IReadOnlyList<string> lines)
    {
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0 && lines[i - 1].Length < FullLine && !lines[i].StartsWith(' ')) text.Append(' ');
            text.Append(lines[i]);
        }

        return text.ToString().Trim();
    }

    // "{1:F01…}{2:…}{4:" may stand before the fields, "-}{5:…}" after them, and control signs around each message.
    static string WithoutBlocks(string line)
    {
        var text = line.TrimStart('\u0001', '\u0003', '\uFEFF', '$');
        if (!text.StartsWith('{')) return text;
        var body = text.LastIndexOf("{4:", StringComparison.Ordinal);
        return body < 0 ? "" : text[(body + 3)..];
    }

    [GeneratedRegex("^:([0-9]{2,3}[A-Z]?|NS):", RegexOptions.CultureInvariant)]
    private static partial Regex TagPattern();
}
