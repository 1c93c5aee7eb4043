using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Journal;

namespace FundLedger.Web.Reports;

/// <summary>What somebody gave in the fields of a report; a kind of report takes of it what it asks.</summary>
public sealed record ReportFields
{
    public string? Fund { get; init; }

    public int? Year { get; init; }

    /// <summary>A tag; where none is given a letter is in the donor's language and all else in English.</summary>
    public string? Language { get; init; }

    /// <summary>A donor by code or name.</summary>
    public string? Donor { get; init; }

    /// <summary>The reference of a payment.</summary>
    public string? Payment { get; init; }

    public int? From { get; init; }

    public int? To { get; init; }

    public DateOnly? AsAt { get; init; }

    public DateTimeOffset? KnownOn { get; init; }
}

/// <summary>
/// What a report is asked for: the fields given, of which fund by its code (all where none is named), as at when and as known when.
/// </summary>
public sealed record ReportAsked(ReportFields Given, string? Fund, DateOnly AsAt, Knowledge Known)
{
    const int FirstYear = 1946;
    const int LastYear = 9998;

    /// <summary>The year reported on, where the kind of report asks for one.</summary>
    public int Year => Given.Year ?? AsAt.Year;

    public string Language => Given.Language ?? "en";

    /// <summary>Whether somebody who sees these funds may have it. A report of all funds is for those who see all.</summary>
    public static bool IsWithin(Ledger ledger, string? fund) => fund is null ? ledger.Scope.IsAll : ledger.Scope.Allows(fund);

    /// <summary>
    /// Reads what was given for a kind of report: the day is the last of the year asked for, or today while that runs; knowledge
    /// is today's.
    /// </summary>
    public static Outcome<ReportAsked> Of(Ledger ledger, ReportKind kind, ReportFields given)
    {
        var year = kind.Asks("year") ? given.Year : kind.Asks("to") ? given.To : null;
        if (year is < FirstYear or > LastYear)
            return new Problem(FormattableString.Invariant($"{year} is not a year that can be reported on"), "write four digits")
            { Column = kind.Asks("year") ? "year" : "to" };
        var day = given.AsAt ?? EndOf(year, ledger.Today);
        if (kind.Asks("year") && day.Year < year)
            return new Problem(FormattableString.Invariant($"{day:yyyy-MM-dd} is before the year {year} begins"),
                "give a day in the year or after it")
            { Column = "as-at" };
        return ledger.Journal.Known(given.KnownOn).Then(known =>
            FundOf(ledger, kind, given, known).Then<ReportAsked>(fund => new ReportAsked(given, fund, day, known)));
    }

    static DateOnly EndOf(int? year, DateOnly today) =>
        year is { } given && new DateOnly(given, 12, 31) < today ? new DateOnly(given, 12, 31) : today;

    static Outcome<string?> FundOf(Ledger ledger, ReportKind kind, ReportFields given, Knowledge known)
    {
        if (!kind.Asks("fund") || given.Fund is null) return (string?)null;
        var found = ledger.StandingAt(known).Funds.Find(given.Fund);
        return found.IsRefused ? new Refusal([.. found.Problems.Select(problem => problem with { Column = "fund" })]) : found.Value.Code;
    }
}
