using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Names;

namespace FundLedger.Funds;

/// <summary>The funds known at one moment, found by code, name, short name or alias in any case.</summary>
public sealed class FundList
{
    readonly Dictionary<string, Fund> _byCode = new(StringComparer.OrdinalIgnoreCase);
    readonly NameIndex _names;

    /// <summary>Where a code occurs twice the later one in the sequence wins: it is the newer version.</summary>
    public FundList(IEnumerable<Fund> funds)
    {
        foreach (var fund in funds) _byCode[fund.Code] = fund;
        All = [.. _byCode.Values];
        _names = new NameIndex(All.SelectMany(fund => fund.AllNames().Select(name => (name, fund.Code))));
    }

    /// <summary>All funds, in the order in which they came.</summary>
    public ImmutableArray<Fund> All { get; }

    public Outcome<Fund> Find(string codeOrName)
    {
        var asked = codeOrName.Trim();
        if (_byCode.TryGetValue(asked, out var fund)) return fund;
        var codes = _names.CodesOf(asked);
        if (codes.Length == 1) return _byCode[codes[0]];
        var possible = string.Join(", ", All.Select(known => known.Code));
        var message = codes.Length == 0
            ? asked.Length == 0 ? "the fund is missing" : $"there is no fund '{Quoted.Short(asked)}'"
            : $"'{Quoted.Short(asked)}' is a name of {codes.Length} funds: {string.Join(", ", codes)}";
        return new Problem(message, $"give the code of the fund: {possible}") { Column = "fund", Value = codeOrName };
    }
}
