using System.Collections.Immutable;

namespace FundLedger.Names;

/// <summary>Finds the codes that a name stands for, however it is written, and the codes of names near to it.</summary>
public sealed class NameIndex
{
    // Names longer than this are no slips of the keyboard, and comparing them would cost too much.
    const int LongestName = 200;
    const int ShortestPart = 4;
    const int MostSlips = 3;

    // A word that so many names share, like "republic", points at nobody.
    const int TooMany = 8;

    readonly Dictionary<string, ImmutableArray<string>> _codes = new(StringComparer.Ordinal);

    public NameIndex(IEnumerable<(string Name, string Code)> names)
    {
        foreach (var (name, code) in names)
        {
            var folded = FoldedName.Of(name);
            if (folded.Length == 0) continue;
            var codes = _codes.GetValueOrDefault(folded, []);
            if (!codes.Contains(code)) _codes[folded] = codes.Add(code);
        }
    }

    /// <summary>The codes with exactly this name once folded: none, one, or several where names coincide.</summary>
    public ImmutableArray<string> CodesOf(string name) => _codes.GetValueOrDefault(FoldedName.Of(name), []);

    /// <summary>The codes whose names come near, nearest first: equal, a few slips away, or part of it.</summary>
    public ImmutableArray<string> Near(string name, int most)
    {
        var wanted = FoldedName.Of(name);
        if (wanted.Length is < 2 or > LongestName) return [];
        var nearest = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (known, codes) in _codes)
        {
            if (Remoteness(wanted, known) is not { } remoteness) continue;
            foreach (var code in codes)
                nearest[code] = Math.Min(remoteness, nearest.GetValueOrDefault(code, int.MaxValue));
        }

        var few = nearest.Count <= TooMany;
        return
        [
            .. nearest.Where(pair => few || pair.Value <= MostSlips)
                .OrderBy(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => pair.Key).Take(most),
        ];
    }

    /// <summary>Slips count first; a part of a name counts after them, by how much is left over.</summary>
    static int? Remoteness(string wanted, string known)
    {
        var limit = Math.Clamp(Math.Max(wanted.Length, known.Length) / 4, 1, MostSlips);
        var slips = NameDistance.Between(wanted, known, limit);
        if (slips <= limit) return slips;
        return IsPart(wanted, known) ? LongestName + Math.Abs(wanted.Length - known.Length) : null;
    }

    /// <summary>"Swiss" begins a known name, "Embassy of France in Geneva" holds one.</summary>
    static bool IsPart(string wanted, string known) =>
        Math.Min(wanted.Length, known.Length) >= ShortestPart
        && (known.StartsWith(wanted, StringComparison.Ordinal)
            || known.EndsWith(wanted, StringComparison.Ordinal)
            || wanted.Contains(known, StringComparison.Ordinal));
}
