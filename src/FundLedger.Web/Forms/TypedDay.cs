using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FundLedger.Money;

namespace FundLedger.Web.Forms;

/// <summary>
/// Reads days as people type them: 2025-03-31, t for today, -3 or +10 for days from today, 31 for a day of this month,
/// 31/12 or 31/12/2025 with the day first. A form shows what was read before it is sent.
/// </summary>
static class TypedDay
{
    internal static bool TryRead(string text, DateOnly today, out DateOnly day, [NotNullWhen(false)] out string? why)
    {
        text = text.Trim();
        why = null;
        day = today;
        if (text is "t" or "T") return true;
        if (text.Length is > 1 and <= 5 && text[0] is '-' or '+'
            && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days))
        {
            day = today.AddDays(days);
            return true;
        }

        return TryParts(text, today, out day) || DayText.TryParse(text, out day, out why);
    }

    static bool TryParts(string text, DateOnly today, out DateOnly day)
    {
        day = default;
        var parts = text.Split('/', '.');
        var numbers = new int[3];
        if (parts.Length is 0 or > 3 || text.Length > 10) return false;
        for (var i = 0; i < parts.Length; i++)
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return false;
        var month = parts.Length > 1 ? numbers[1] : today.Month;
        var year = parts.Length == 3 ? (parts[2].Length == 2 ? 2000 + numbers[2] : numbers[2]) : today.Year;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || numbers[0] < 1 || numbers[0] > DateTime.DaysInMonth(year, month)) return false;
        day = new DateOnly(year, month, numbers[0]);
        return true;
    }
}
