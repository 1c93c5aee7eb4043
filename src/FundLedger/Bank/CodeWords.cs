using System.Text.RegularExpressions;

namespace FundLedger.Bank;

/// <summary>
/// A text of code words between slashes, "/EREF/123/ORDP//NAME/Ministry/REMI/Pledge 7": each word with what follows it
/// up to the next. A word without a text of its own (ORDP) opens a group to which the words after it belong.
/// </summary>
sealed partial class CodeWords
{
    readonly List<(string Word, string Text)> _words = [];

    public CodeWords(string text)
    {
        var start = -1;
        var word = "";
        foreach (Match found in Pattern().Matches(text))
        {
            if (start >= 0) _words.Add((word, Clean(text[start..found.Index])));
            word = found.Groups[1].Value;
            start = found.Index + found.Length;
        }

        if (start >= 0) _words.Add((word, Clean(text[start..])));
    }

    /// <summary>The text of the first such word; a name or account only where no party's group claims it.</summary>
    public string this[string word]
    {
        get
        {
            var isClaimed = false;
            foreach (var (name, text) in _words)
            {
                if (name == word && !(isClaimed && word is ("NAME" or "IBAN"))) return text;
                isClaimed |= IsParty(name);
            }

            return "";
        }
    }

    public static bool Begin(string text) => Pattern().Match(text) is { Success: true, Index: 0 };

    /// <summary>
    /// The text of a word in the group that <paramref name="party"/> opens; empty where there is none.
    /// </summary>
    public string Within(string party, string word)
    {
        var opening = _words.FindIndex(pair => pair.Word == party);
        if (opening < 0) return "";
        for (var i = opening + 1; i < _words.Count && !IsParty(_words[i].Word); i++)
            if (_words[i].Word == word) return _words[i].Text;
        return "";
    }

    static bool IsParty(string word) => word is "ORDP" or "BENM" or "ULTD" or "ULTC" or "INIT";

    // "//" both ends a word without text and begins the next; the second slash belongs to the next word.
    static string Clean(string text) => text.Trim().Trim('/').Trim();

    [GeneratedRegex(
        "/(EREF|PREF|RREF|MARF|CREF|IREF|CNTP|ORDP|BENM|ULTD|ULTC|ULTB|INIT|NAME|IBAN|BIC|ADDR|ADDRESS|CITY|ID|ACCW|"
        + "REMI|USTD|STRD|TRTP|TRCD|CSID|ISDT|RTRN|PURP|EXCH|XCRT|OCMT|RCMT|CHGS|CHGT|CHRG|SVCL|BUSP|CPRP|NRTX|"
        + "SWCR)(?=/)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
