using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FundLedger.Money;

/// <summary>
/// Reads days. Files give them as year-month-day (ISO 8601) and no other way, since 03/04/2022 is April to some and
/// March to others. The answer <c>why</c> continues a sentence that begins with the text.
/// </summary>
public static class DayText
{
    const string Iso = "yyyy-MM-dd";
    const string MonthNames = "janfebmaraprmayjunjulaugsepoctnovdec";

    /// <summary>Reads yyyy-MM-dd, with spaces around it.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly day, [NotNullWhen(false)] out string? why)
    {
        text = text.Trim();
        why = null;
        if (TryParseIso(text, out day)) return true;
        why = text.IsEmpty ? "is empty; write a date like 2024-03-31"
            : IsIsoShaped(text) ? "is not a day of the calendar; check month and day"
            : text.Length > 10 && TryParseIso(text[..10], out _) ? $"has a time of day; write only {text[..10]}"
            : InOtherOrder(text) ?? "is not a date written as year-month-day; write it like 2024-03-31";
        return false;
    }

    /// <summary>
    /// Reads the days of the UN's feeds of rates, in which months have English names: 01 Jun 2015, 1-Jun-15, and
    /// 2015-06-01. Years of two digits are 1970 to 2069.
    /// </summary>
    public static bool TryParseFeed(ReadOnlySpan<char> text, out DateOnly day, [NotNullWhen(false)] out string? why)
    {
        text = text.Trim();
        why = null;
        if (TryParseIso(text, out day)) return true;
        Span<Range> parts = stackalloc Range[4];
        if (text.SplitAny(parts, " -", StringSplitOptions.RemoveEmptyEntries) == 3
            && Number(text[parts[0]], 2) is { } number
            && MonthOf(text[parts[1]]) is { } month
            && Number(text[parts[2]], 4) is { } year
            && TryMake(YearOf(year, text[parts[2]].Length), month, number, out day)) return true;
        why = "is not a date that the feed of rates uses; write it like 2015-06-01 or 01 Jun 2015";
        return false;
    }

    static bool TryParseIso(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        return IsIsoShaped(text) && TryMake(Digits(text[..4]), Digits(text[5..7]), Digits(text[8..]), out day);
    }

    static bool IsIsoShaped(ReadOnlySpan<char> text) =>
        text.Length == Iso.Length && text[4] == '-' && text[7] == '-'
        && Number(text[..4], 4) is not null && Number(text[5..7], 2) is not null && Number(text[8..], 2) is not null;

    static bool TryMake(int year, int month, int number, out DateOnly day)
    {
        day = default;
        if (year < 1 || month is < 1 or > 12 || number < 1 || number > DateTime.DaysInMonth(year, month)) return false;
        day = new DateOnly(year, month, number);
        return true;
    }

    static int? Number(ReadOnlySpan<char> text, int mostDigits) =>
        text.IsEmpty || text.Length > mostDigits || text.ContainsAnyExceptInRange('0', '9') ? null : Digits(text);

    static int Digits(ReadOnlySpan<char> text)
    {
        var number = 0;
        foreach (var c in text) number = (number * 10) + (c - '0');
        return number;
    }

    static int? MonthOf(ReadOnlySpan<char> name)
    {
        if (name.Length < 3) return null;
        for (var month = 1; month <= 12; month++)
        {
            var full = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
            if (name.Equals(full, StringComparison.OrdinalIgnoreCase)
                || name.Equals(MonthNames.AsSpan((month - 1) * 3, 3), StringComparison.OrdinalIgnoreCase)) return month;
        }

        return null;
    }

    static int YearOf(int year, int digits) => digits > 2 ? year : year >= 70 ? 1900 + year : 2000 + year;

    /// <summary>What to write instead of 31/12/2024 or 3.4.2022: the one day it can mean, or both.</summary>
    static string? InOtherOrder(ReadOnlySpan<char> text)
    {
        Span<Range> parts = stackalloc Range[4];
        if (text.SplitAny(parts, "/.- ", StringSplitOptions.RemoveEmptyEntries) != 3
            || text[parts[2]].Length is not (2 or 4)
            || Number(text[parts[0]], 2) is not { } first || Number(text[parts[1]], 2) is not { } second
            || Number(text[parts[2]], 4) is not { } yearDigits) return null;
        var year = YearOf(yearDigits, text[parts[2]].Length);
        var isDayFirst = TryMake(year, second, first, out var dayFirst);
        var isMonthFirst = TryMake(year, first, second, out var monthFirst);
        if (isDayFirst && isMonthFirst && dayFirst != monthFirst)
            return $"can mean two days; write {Write(dayFirst)} or {Write(monthFirst)}";
        return isDayFirst || isMonthFirst
            ? $"is not written as year-month-day; write {Write(isDayFirst ? dayFirst : monthFirst)}"
            : null;
    }

    static string Write(DateOnly day) => day.ToString(Iso, CultureInfo.InvariantCulture);
}
