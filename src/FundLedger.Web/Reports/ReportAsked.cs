using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Journal;
using FundLedger.Reports;

namespace FundLedger.Web.Reports;

/// <summary>
/// What a report is asked for: of which fund (all where none is named), year and language, as at when and as known when.
/// </summary>
public sealed record ReportAsked(string? Fund, int Year, string Language, DateOnly AsAt, Knowledge Known)
{
    const int FirstYear = 1946;
    const int LastYear = 9998;

    public string Parameters => FormattableString.Invariant($"fund {Fund ?? "all"}, year {Year}, {Language}");

    /// <summary>Whether somebody who sees these funds may have it. A report of all funds is for those who see all.</summary>
    public static bool IsWithin(Ledger ledger, string? fund) => fund is null ? ledger.Scope.IsAll : ledger.Scope.Allows(fund);

    /// <summary>
    /// Reads what was asked: the day is the year's last, or today while the year runs; knowledge is today's.
    /// </summary>
    public static Outcome<ReportAsked> Of(
        Ledger ledger, string? fund, int year, string language, DateOnly? asAt = null, DateTimeOffset? knownOn = null)
    {
        if (year is < FirstYear or > LastYear)
            return new Problem(FormattableString.Invariant($"{year} is not a year that can be reported on"), "write four digits")
            { Column = "year" };
        if (fund is null) return At(null);
        var found = ledger.Standing.Funds.Find(fund);
        return found.IsRefused ? new Refusal([.. found.Problems.Select(problem => problem with { Column = "fund" })])
            : At(found.Value.Code);

        Outcome<ReportAsked> At(string? code)
        {
            var end = new DateOnly(year, 12, 31);
            var day = asAt ?? (end < ledger.Today ? end : ledger.Today);
            return ledger.Journal.Known(knownOn).Then<ReportAsked>(known => new ReportAsked(code, year, language, day, known));
        }
    }

    /// <summary>What Board's reports and workbooks are made from.</summary>
    internal Outcome<BoardMaterial> Material(Ledger ledger, int most) =>
        ledger.Boards.Read(Fund, Year, AsAt, Known, most).Then<BoardMaterial>(material => material with { Language = Language });
}
