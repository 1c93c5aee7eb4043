using System.Text;
using System.Text.RegularExpressions;

namespace FundLedger.Bank;

/// <summary>
/// Field 86 in its dialects: numbered parts after a mark (Germany, Austria, Poland: "166?00SEPA?20EREF+…?32NAME"),
/// code words between slashes (Netherlands, Nordic countries, BNP Paribas: "/ORDP//NAME/…/REMI/…"), or plain text.
/// </summary>
sealed partial record Mt940Details
{
    public string Code { get; init; } = "";
    public string EndToEndId { get; init; } = "";
    public string Name { get; init; } = "";
    public string Account { get; init; } = "";
    public string OnBehalfOf { get; init; } = "";
    public string Remittance { get; init; } = "";

    /// <param name="lines">The lines of all fields 86 of the payment.</param>
    /// <param name="isPaid">Whether the other party is who paid (ORDP), and not who was paid (BENM).</param>
    public static Mt940Details Of(IReadOnlyList<string> lines, bool isPaid)
    {
        // Numbered parts are broken into lines anywhere, even inside a number; what is missing there is no space.
        var unbroken = string.Concat(lines);
        var numbered = NumberedPattern().Match(unbroken);
        if (numbered.Success) return Numbered(unbroken, numbered);
        var text = Mt940Field.Joined(lines);
        return CodeWords.Begin(text) ? Coded(new CodeWords(text), isPaid) : new Mt940Details { Remittance = text };
    }

    static Mt940Details Numbered(string text, Match start)
    {
        var mark = start.Groups["mark"].Value[0];
        var parts = Parts(text[(start.Groups["mark"].Index)..], mark);
        var purpose = new Words(parts, number => number is >= 20 and <= 29 or >= 60 and <= 63);
        var keyed = SepaWords(purpose.Text);
        return new Mt940Details
        {
            Code = start.Groups["code"].Value,
            EndToEndId = Given(keyed.GetValueOrDefault("EREF", "")),
            Name = new Words(parts, number => number is 32 or 33).Text,
            Account = First(
                parts.GetValueOrDefault(38, ""), keyed.GetValueOrDefault("IBAN", ""), parts.GetValueOrDefault(31, "")),
            OnBehalfOf = keyed.GetValueOrDefault("ABWA", ""),
            Remittance = (keyed.GetValueOrDefault("", "") + " " + keyed.GetValueOrDefault("SVWZ", "")).Trim(),
        };
    }

    // "?20Text?21More": two digits after the mark number a part.
    static SortedDictionary<int, string> Parts(string text, char mark)
    {
        var parts = new SortedDictionary<int, StringBuilder>();
        var start = 0;
        while (start + 3 <= text.Length)
        {
            var next = start + 3;
            while (next < text.Length && !IsPart(text, next, mark)) next++;
            var number = (text[start + 1] - '0') * 10 + text[start + 2] - '0';
            if (!parts.TryGetValue(number, out var part)) parts[number] = part = new StringBuilder();
            part.Append(text, start + 3, next - start - 3);
            start = next;
        }

        return new SortedDictionary<int, string>(parts.ToDictionary(part => part.Key, part => part.Value.ToString()));
    }

    static bool IsPart(string text, int at, char mark) =>
        text[at] == mark && at + 2 < text.Length && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]);

    // The end-to-end reference and the purpose stand as EREF+… and SVWZ+… inside the joined purpose lines; what stands
    // before the first word is under the empty key.
    static Dictionary<string, string> SepaWords(string text)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var key = "";
        var start = 0;
        foreach (Match found in SepaPattern().Matches(text))
        {
            words.TryAdd(key, text[start..found.Index].Trim());
            key = found.Groups[1].Value;
            start = found.Index + found.Length;
        }

        words.TryAdd(key, text[start..].Trim());
        return words;
    }

    static Mt940Details Coded(CodeWords words, bool isPaid)
    {
        // ING packs account, bank code and name of the other party into one word.
        var packed = words["CNTP"].Split('/');
        var party = isPaid ? "ORDP" : "BENM";
        var name = words.Within(party, "NAME");
        return new Mt940Details
        {
            Code = First(words["TRCD"], words["TRTP"]),
            EndToEndId = Given(words["EREF"]),
            Name = First(name, words[party], words["NAME"], packed.ElementAtOrDefault(2) ?? ""),
            Account = First(words.Within(party, "IBAN"), words["IBAN"], words.Within(party, "ACCW"), packed[0]),
            OnBehalfOf = words.Within("ULTD", "NAME"),
            Remittance = First(words["USTD"], words["REMI"], words["STRD"]),
        };
    }

    static string Given(string reference) =>
        reference.Equals("NOTPROVIDED", StringComparison.OrdinalIgnoreCase) ? "" : reference;

    static string First(params ReadOnlySpan<string> candidates)
    {
        foreach (var candidate in candidates)
            if (candidate.Length > 0) return candidate;
        return "";
    }

    /// <summary>
    /// Numbered parts joined: a full part of 27 signs runs on into the next, a shorter one ends with a word.
    /// </summary>
    sealed record Words
    {
        const int FullPart = 27;

        public Words(SortedDictionary<int, string> parts, Func<int, bool> belongs)
        {
            var text = new StringBuilder();
            var last = FullPart;
            foreach (var (number, part) in parts)
            {
                if (!belongs(number)) continue;
                if (last < FullPart && !part.StartsWith(' ')) text.Append(' ');
                text.Append(part);
                last = part.Length;
            }

            Text = text.ToString().Trim();
        }

        public string Text { get; }
    }

    [GeneratedRegex("^ {0,3}(?<code>[0-9]{3})(?<mark>[^\\w\\s/])[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedPattern();

    [GeneratedRegex(
        "(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|BREF|RREF|PURP|IBAN|BIC)[+]",
        RegexOptions.CultureInvariant)]
    private static partial Regex SepaPattern();
}
