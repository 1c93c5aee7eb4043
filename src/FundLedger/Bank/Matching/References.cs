using System.Text;

namespace FundLedger.Bank.Matching;

/// <summary>Which pledges a text names, and whether it names one that is not open.</summary>
sealed record ReferencesFound(IReadOnlySet<long> Pledges, bool NamesAnother)
{
    public static ReferencesFound None { get; } = new(new HashSet<long>(), false);

    public bool Any => Pledges.Count > 0;

    public ReferencesFound With(ReferencesFound other) =>
        new(new HashSet<long>(Pledges.Concat(other.Pledges)), NamesAnother || other.NamesAnother);
}

/// <summary>
/// Finds pledge references in what a payer wrote: in any case, with or without hyphens, with spaces or line breaks
/// inside, but not as a piece of a longer word or number.
/// </summary>
sealed class References
{
    // A shorter one, or one without a digit, would be found in any text.
    const int Shortest = 4;

    readonly Dictionary<string, HashSet<long>> _pledges = new(StringComparer.Ordinal);
    readonly HashSet<string> _families = new(StringComparer.Ordinal);
    readonly int[] _lengths;
    readonly int[] _familyLengths;

    public References(IEnumerable<OpenInstalment> instalments)
    {
        foreach (var instalment in instalments)
        {
            var reference = FoldedText.LettersAndDigits(instalment.PledgeReference);
            if (reference.Length < Shortest || !reference.Any(char.IsAsciiDigit)) continue;
            if (!_pledges.TryGetValue(reference, out var pledges)) _pledges[reference] = pledges = [];
            pledges.Add(instalment.Pledge);
            var family = new string(reference.TakeWhile(char.IsLetter).ToArray());
            if (family.Length >= 2) _families.Add(family);
        }

        _lengths = [.. _pledges.Keys.Select(reference => reference.Length).Distinct().Order()];
        _familyLengths = [.. _families.Select(family => family.Length).Distinct().Order()];
    }

    public ReferencesFound In(BankLine line) =>
        In(line.EndToEndId).With(In(line.Remittance)).With(In(line.BankReference));

    ReferencesFound In(string text)
    {
        if (text.Length < Shortest || _lengths.Length == 0) return ReferencesFound.None;
        var folded = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i])) continue;
            folded.Append(char.ToUpperInvariant(text[i]));
            places.Add(i);
        }

        return In(text, folded.ToString(), places);
    }

    ReferencesFound In(string text, string folded, List<int> places)
    {
        var found = new HashSet<long>();
        var namesAnother = false;
        for (var start = 0; start < folded.Length; start++)
        {
            if (places[start] > 0 && char.IsLetterOrDigit(text[places[start] - 1])) continue;
            var isNamed = false;
            foreach (var length in _lengths)
            {
                if (start + length > folded.Length || !EndsWord(text, places[start + length - 1])) continue;
                if (!_pledges.TryGetValue(folded.Substring(start, length), out var pledges)) continue;
                found.UnionWith(pledges);
                isNamed = true;
            }

            namesAnother |= !isNamed && IsOfFamily(folded, start);
        }

        return new ReferencesFound(found, namesAnother);
    }

    static bool EndsWord(string text, int last) => last + 1 == text.Length || !char.IsLetterOrDigit(text[last + 1]);

    // "PLG-0099" names a pledge, though none that is open, where open pledges are called PLG and a number.
    bool IsOfFamily(string folded, int start)
    {
        foreach (var length in _familyLengths)
        {
            if (start + length >= folded.Length || !char.IsAsciiDigit(folded[start + length])) continue;
            if (_families.Contains(folded.Substring(start, length))) return true;
        }

        return false;
    }
}
