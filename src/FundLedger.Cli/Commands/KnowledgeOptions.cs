using System.CommandLine;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Journal;

namespace FundLedger.Cli.Commands;

/// <summary>The options that say at which day figures stand, and what the ledger knew.</summary>
sealed class KnowledgeOptions
{
    readonly Option<string?> _asAt = Described.Text("--as-at", "the day figures stand at; the end of the year, or today", "DATE");

    readonly Option<string?> _asKnownOn = Described.Text(
        "--as-known-on", "what the ledger knew at this moment, e.g. 2026-03-01T12:00:00Z; now where none is given", "TIME");

    internal IEnumerable<Symbol> All => [_asAt, _asKnownOn];

    internal Outcome<(DateOnly AsAt, Knowledge Known)> Read(ParseResult parse, Ledger ledger, int? year) =>
        Input.Day(parse.GetValue(_asAt), EndOf(year, ledger.Today), "--as-at").Then(day =>
        Input.Moment(parse.GetValue(_asKnownOn), "--as-known-on").Then(ledger.Journal.Known)
            .Then<(DateOnly, Knowledge)>(known => (day, known)));

    /// <summary>The moment asked for; none where none was given, or it cannot be read.</summary>
    internal DateTimeOffset? Moment(ParseResult parse) =>
        Input.Moment(parse.GetValue(_asKnownOn), "--as-known-on") is { IsRefused: false } moment ? moment.Value : null;

    static DateOnly EndOf(int? year, DateOnly today) =>
        year is { } given && new DateOnly(given, 12, 31) < today ? new DateOnly(given, 12, 31) : today;
}
