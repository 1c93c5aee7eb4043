using System.Collections.Immutable;
using System.Globalization;

namespace FundLedger.Format;

/// <summary>
/// How figures and days are written in the language of a document: English as the United Nations writes it, French
/// or Spanish. It comes from the document, never from the machine.
/// </summary>
public sealed class Notation
{
    const string NoBreak = "\u00A0";

    readonly ImmutableArray<string> _months;
    readonly ImmutableArray<string> _shortMonths;
    readonly string _longDay;

    Notation(string group, string point, string longDay, string months, string shortMonths)
    {
        Numbers = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        Numbers.NumberGroupSeparator = group;
        Numbers.NumberDecimalSeparator = point;
        _longDay = longDay;
        _months = [.. months.Split(' ')];
        _shortMonths = [.. shortMonths.Split(' ')];
    }

    public static Notation English { get; } = new(
        ",", ".", "{0} {1} {2}",
        "January February March April May June July August September October November December",
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
    {
        Thousands = "thousands",
        Millions = "millions",
        Billions = "billions",
    };

    public static Notation French { get; } = new(
        NoBreak, ",", "{0} {1} {2}",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.")
    {
        Thousands = "milliers",
        Millions = "millions",
        Billions = "milliards",
        Percent = NoBreak + "%",
        FirstDay = "1er",
    };

    public static Notation Spanish { get; } = new(
        NoBreak, ",", "{0} de {1} de {2}",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.")
    {
        Thousands = "miles",
        Millions = "millones",
        Billions = "miles de millones",
        Percent = NoBreak + "%",
    };

    /// <summary>The words beside an axis whose labels leave the zeros out.</summary>
    public required string Thousands { get; init; }

    public required string Millions { get; init; }

    public required string Billions { get; init; }

    public string Percent { get; private init; } = "%";

    /// <summary>How the first day of a month is called.</summary>
    string FirstDay { get; init; } = "1";

    NumberFormatInfo Numbers { get; }

    /// <summary>The notation of a language tag such as <c>fr</c> or <c>es-419</c>; English for any other.</summary>
    public static Notation Of(string language) => language.Split('-', '_')[0].ToLowerInvariant() switch
    {
        "fr" => French,
        "es" => Spanish,
        _ => English,
    };

    /// <summary>A number with separators and a fixed count of decimals: <c>12,345.60</c>.</summary>
    public string Number(decimal value, int decimals = 0) =>
        value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Numbers);

    /// <summary>A number as statements print it, negatives in parentheses: <c>(12,345)</c>.</summary>
    public string Figure(decimal value, int decimals = 0, string unit = "")
    {
        var rounded = decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
        var text = Number(Math.Abs(rounded), decimals) + unit;
        return rounded < 0 ? "(" + text + ")" : text;
    }

    /// <summary>A day in a table: <c>15 Mar 2022</c>, with spaces that do not break.</summary>
    public string Day(DateOnly day) => Fill("{0}\u00A0{1}\u00A0{2}", day, _shortMonths);

    /// <summary>A day in a sentence or a letter: <c>15 March 2022</c>.</summary>
    public string LongDay(DateOnly day) => Fill(_longDay, day, _months);

    /// <summary>A moment, to the second and in UTC: <c>15 March 2022, 09:30:00 UTC</c>.</summary>
    public string Moment(DateTimeOffset moment)
    {
        var utc = moment.UtcDateTime;
        var time = utc.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return $"{LongDay(DateOnly.FromDateTime(utc))}, {time} UTC";
    }

    string Fill(string pattern, DateOnly day, ImmutableArray<string> months) =>
        string.Format(CultureInfo.InvariantCulture, pattern,
            day.Day == 1 ? FirstDay : day.Day.ToString(CultureInfo.InvariantCulture), months[day.Month - 1], day.Year);
}
