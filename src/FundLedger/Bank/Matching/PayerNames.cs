namespace FundLedger.Bank.Matching;

/// <summary>
/// How alike a donor's name and a name at a bank are. Banks cut names at 27 or 35 letters, drop accents and misspell;
/// words that many donors share ("ministry", "republic") count for little.
/// </summary>
sealed class PayerNames
{
    const int ShortestPrefix = 4;
    const int ShortestMisspelt = 5;

    /// <summary>What a word that only looks like another counts, in per cent.</summary>
    const int LikeWord = 80;

    readonly Dictionary<string, int> _donorsWithWord = new(StringComparer.Ordinal);

    public PayerNames(IEnumerable<(string Donor, string[] Words)> names)
    {
        foreach (var (word, _) in names.SelectMany(name => name.Words.Select(word => (word, name.Donor))).Distinct())
            _donorsWithWord[word] = _donorsWithWord.GetValueOrDefault(word) + 1;
    }

    /// <summary>
    /// The part of the donor's name that is found in the payer's, in per cent by weight, and which of the payer's words
    /// it took.
    /// </summary>
    public (int PerCent, HashSet<int> Used) Likeness(string[] donor, string[] payer)
    {
        var used = new HashSet<int>();
        int found = 0, all = 0;
        foreach (var word in donor)
        {
            var weight = Weight(word);
            all += weight;
            var (at, perCent) = Best(word, payer);
            if (at < 0) continue;
            found += weight * perCent;
            used.Add(at);
        }

        return (all == 0 ? 0 : found / all, used);
    }

    // A word of one donor only weighs sixty times what a word of sixty or more donors does.
    int Weight(string word) => Math.Max(1, 60 / Math.Max(1, _donorsWithWord.GetValueOrDefault(word)));

    static (int At, int PerCent) Best(string word, string[] payer)
    {
        var like = -1;
        for (var i = 0; i < payer.Length; i++)
        {
            if (payer[i] == word) return (i, 100);
            if (like < 0 && IsLike(word, payer[i], isLast: i == payer.Length - 1)) like = i;
        }

        return (like, LikeWord);
    }

    static bool IsLike(string word, string other, bool isLast)
    {
        // Only the last word of a name that was cut off is the beginning of a word.
        if (isLast && other.Length >= ShortestPrefix && word.StartsWith(other, StringComparison.Ordinal)) return true;
        return word.Length >= ShortestMisspelt && other.Length >= ShortestMisspelt && IsOneSlip(word, other);
    }

    /// <summary>Whether one letter was left out, put in, changed, or swapped with its neighbour.</summary>
    static bool IsOneSlip(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1) return false;
        var start = 0;
        while (start < one.Length && start < other.Length && one[start] == other[start]) start++;
        var end = 0;
        while (end < one.Length - start && end < other.Length - start && one[^(end + 1)] == other[^(end + 1)]) end++;
        var left = one.AsSpan(start, one.Length - end - start);
        var right = other.AsSpan(start, other.Length - end - start);
        return (left.Length <= 1 && right.Length <= 1)
            || (left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0]);
    }
}
