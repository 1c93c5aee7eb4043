using System.CommandLine;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Journal;

namespace FundLedger.Cli.Commands;

/// <summary>Of which fund a report is, as at which day, as known when, and in which language.</summary>
sealed record ScopeAsked(string? Fund, DateOnly AsAt, Knowledge Known, string Language)
{
    /// <summary>The moment asked for, as of which things are to be known; none where it is now.</summary>
    internal DateTimeOffset? Moment { get; init; }
}

/// <summary>The options of reports that are of one fund or of all, as at a day.</summary>
sealed class FundOptions
{
    readonly Option<string> _fund = Described.Usual("--fund", "a fund, or all", "FUND", "all");
    readonly Option<string> _language = Described.Usual("--lang", "the language: en, fr or es", "LANG", "en");
    readonly KnowledgeOptions _knowledge = new();

    internal IEnumerable<Symbol> All => [_fund, _language, .. _knowledge.All];

    internal IEnumerable<Symbol> AllButFund => [_language, .. _knowledge.All];

    internal IEnumerable<Symbol> AllButLanguage => [_fund, .. _knowledge.All];

    internal Outcome<ScopeAsked> Read(ParseResult parse, Ledger ledger, int? year = null) =>
        _knowledge.Read(parse, ledger, year).Then(at => Fund(parse, ledger, at.Known)
            .Then<ScopeAsked>(fund => new ScopeAsked(fund, at.AsAt, at.Known, parse.GetValue(_language) ?? "en")
            { Moment = _knowledge.Moment(parse) }));

    Outcome<string?> Fund(ParseResult parse, Ledger ledger, Knowledge known)
    {
        var fund = parse.GetValue(_fund) ?? "all";
        return string.Equals(fund, "all", StringComparison.OrdinalIgnoreCase)
            ? (string?)null
            : ledger.StandingAt(known).Funds.Find(fund).Then<string?>(found => found.Code);
    }
}
