using System.Buffers;
using System.Globalization;

namespace FundLedger.Data.Files;

/// <summary>
/// Numbers of a workbook as text. A spreadsheet shows 15 digits of a number but may store 17, so that 12500.3 stands
/// in the file as 12500.299999999999; what it shows is what was meant.
/// </summary>
static class CellNumber
{
    const int ShownDigits = 15;
    const long SecondsOfDay = 86_400;
    static readonly SearchValues<char> PlainSigns = SearchValues.Create("-.0123456789");
    static readonly DateOnly LastDay = new(9999, 12, 31);

    /// <summary>The number in plain decimals and 15 digits; text that is no number as it stands.</summary>
    internal static ReadOnlySpan<char> Plain(ReadOnlySpan<char> text, Span<char> room)
    {
        if (text.Length <= ShownDigits && !text.ContainsAnyExcept(PlainSigns)) return text;
        if (!TryRead(text, out var number)) return text;
        number = ToShownDigits(number);
        return number.TryFormat(room, out var length, "0.############################", CultureInfo.InvariantCulture)
            ? room[..length]
            : text;
    }

    /// <summary>
    /// A number that is shown as a date: yyyy-MM-dd, and the time of day where there is one. Text that is no such
    /// number stays as it stands.
    /// </summary>
    internal static ReadOnlySpan<char> Date(ReadOnlySpan<char> text, bool countsFrom1904, Span<char> room)
    {
        if (!TryRead(text, out var number) || number < 1 || number > 2_958_465) return text;
        var days = (int)decimal.Truncate(number);
        var seconds = (long)decimal.Round((number - days) * SecondsOfDay);
        // Spreadsheets count a 29 February 1900 that never was.
        var first = countsFrom1904 ? new DateOnly(1904, 1, 1) : new DateOnly(1899, 12, days < 60 ? 31 : 30);
        if (days > LastDay.DayNumber - first.DayNumber) return text;
        var moment = first.AddDays(days).ToDateTime(TimeOnly.MinValue);
        return seconds == 0
            ? Written(moment, "yyyy-MM-dd", room)
            : Written(moment.AddSeconds(seconds), "yyyy-MM-dd'T'HH:mm:ss", room);
    }

    static ReadOnlySpan<char> Written(DateTime moment, string format, Span<char> room)
    {
        moment.TryFormat(room, out var length, format, CultureInfo.InvariantCulture);
        return room[..length];
    }

    static bool TryRead(ReadOnlySpan<char> text, out decimal number) => decimal.TryParse(
        text,
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
        CultureInfo.InvariantCulture,
        out number);

    static decimal ToShownDigits(decimal number)
    {
        var whole = decimal.Truncate(Math.Abs(number));
        var wholeDigits = whole == 0 ? -LeadingZeros(number) : whole.ToString(CultureInfo.InvariantCulture).Length;
        var decimals = ShownDigits - wholeDigits;
        if (decimals >= 0) return decimal.Round(number, Math.Min(decimals, 28), MidpointRounding.AwayFromZero);
        var unit = 1m;
        for (var i = decimals; i < 0; i++) unit *= 10;
        return decimal.Round(number / unit, MidpointRounding.AwayFromZero) * unit;
    }

    static int LeadingZeros(decimal fraction)
    {
        var zeros = 0;
        for (var rest = Math.Abs(fraction); rest is > 0 and < 0.1m && zeros < 28; rest *= 10) zeros++;
        return zeros;
    }
}
