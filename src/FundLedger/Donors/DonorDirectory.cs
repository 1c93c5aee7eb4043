using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Names;

namespace FundLedger.Donors;

/// <summary>The donors known at one moment, found by code or by any of their names however it is written.</summary>
public sealed class DonorDirectory
{
    const int MostSuggestions = 3;
    const int MostDuplicates = 5;

    readonly Dictionary<string, Donor> _byCode = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, Donor> _byIso2 = new(StringComparer.OrdinalIgnoreCase);
    readonly NameIndex _names;

    /// <summary>Where a code occurs twice the later one in the sequence wins: it is the newer version.</summary>
    public DonorDirectory(IEnumerable<Donor> donors)
    {
        foreach (var donor in donors) _byCode[donor.Code] = donor;
        All = [.. _byCode.Values.OrderBy(donor => donor.Code, StringComparer.Ordinal)];
        foreach (var donor in All.Where(donor => donor.Iso2.Length > 0)) _byIso2[donor.Iso2] = donor;
        _names = new NameIndex(All.SelectMany(donor => donor.AllNames().Select(name => (name, donor.Code))));
    }

    /// <summary>All donors by code.</summary>
    public ImmutableArray<Donor> All { get; }

    /// <summary>
    /// The donor with this code, or the only one with this name. Two-letter codes of countries are suggested but never
    /// taken: AU may well mean the African Union.
    /// </summary>
    public Outcome<Donor> Find(string codeOrName)
    {
        var asked = codeOrName.Trim();
        if (_byCode.TryGetValue(asked, out var donor)) return donor;
        var codes = _names.CodesOf(asked);
        if (codes.Length == 1) return _byCode[codes[0]];
        return codes.Length > 1 ? Ambiguous(codeOrName, codes) : Missing(codeOrName, asked);
    }

    /// <summary>Donors that may be the one with this name, nearest first: to warn before it is added twice.</summary>
    public ImmutableArray<Donor> Duplicates(string name) => Near(name, MostDuplicates);

    static Problem About(string asked, string message, string remedy) =>
        new(message, remedy) { Column = "donor", Value = asked };

    static Problem Ambiguous(string asked, ImmutableArray<string> codes) => About(
        asked, $"'{Quoted.Short(asked)}' is a name of {codes.Length} donors: {string.Join(", ", codes)}",
        "give the code of the donor");

    Problem Missing(string given, string asked)
    {
        if (asked.Length == 0)
            return About(given, "the donor is missing", "give the code or the name of the donor");
        var near = string.Join(", ", Suggestions(asked).Select(donor => $"{donor.Name} ({donor.Code})"));
        var remedy = near.Length == 0
            ? "check the name, or add the donor first"
            : $"did you mean {near}? If not, add the donor first";
        return About(given, $"there is no donor '{Quoted.Short(asked)}'", remedy);
    }

    ImmutableArray<Donor> Suggestions(string asked) =>
        _byIso2.TryGetValue(asked, out var donor) ? [donor] : Near(asked, MostSuggestions);

    ImmutableArray<Donor> Near(string name, int most) => [.. _names.Near(name, most).Select(code => _byCode[code])];
}
