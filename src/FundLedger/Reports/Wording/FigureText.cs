using System.Globalization;
using FundLedger.Money;

namespace FundLedger.Reports.Wording;

/// <summary>Figures and days in sentences, as the language of the document writes them.</summary>
public sealed class FigureText
{
    readonly Phrases _phrases;
    readonly Lazy<NumberFormatInfo> _numbers;

    internal FigureText(Phrases phrases)
    {
        _phrases = phrases;
        _numbers = new Lazy<NumberFormatInfo>(() =>
        {
            var numbers = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
            numbers.NumberGroupSeparator = phrases["notation.group"];
            numbers.NumberDecimalSeparator = phrases["notation.point"];
            return numbers;
        });
    }

    /// <summary>A number with separators: <c>12,345</c>.</summary>
    public string Whole(long number) => number.ToString("N0", _numbers.Value);

    /// <summary>A year, which has no separators.</summary>
    public static string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>US$ in whole dollars: <c>$12,345</c>, below zero <c>-$12,345</c>.</summary>
    public string Dollars(Amount usd)
    {
        var whole = WholeDollars(usd);
        var figure = _phrases.Say("notation.dollars", ("figure", Whole(Math.Abs(whole))));
        return whole < 0 ? "−" + figure : figure;
    }

    /// <summary>An amount in its own currency, to its last digit: <c>NOK 7,000,000.00</c>.</summary>
    public string Money(Amount amount) => _phrases.Say("notation.money", ("currency", amount.Currency.Code),
        ("figure", amount.ToDecimal().ToString("N" + Plain(amount.Currency.Exponent), _numbers.Value)));

    /// <summary>A rate as it was published, with all its digits.</summary>
    public string Rate(decimal rate) => rate.ToString("N" + Plain(rate.Scale), _numbers.Value);

    /// <summary>Tenths of a per cent: 125 is <c>12.5 per cent</c>, 130 <c>13 per cent</c>.</summary>
    public string Percent(long perMille) => _phrases.Say("notation.percent",
        ("figure", perMille % 10 == 0 ? Whole(perMille / 10) : Tenths(perMille)));

    /// <summary>
    /// What part of the whole an amount is; a part too small for a figure is said to be less than the smallest.
    /// </summary>
    public string Share(Amount part, Amount whole) =>
        PerMille(part, whole) == 0 && part.IsPositive && whole.IsPositive
            ? _phrases.Say("notation.percent.least", ("share", Percent(1)))
            : Percent(PerMille(part, whole));

    /// <summary>Tenths of a per cent beside a large numeral: <c>12.5%</c>.</summary>
    public string ShortPercent(long perMille) => _phrases.Say("notation.percent.short", ("figure", Tenths(perMille)));

    /// <summary>How many: in words up to nine, where the language has them, then in figures.</summary>
    public string Counted(long count) => InWords("notation.words", count);

    /// <summary>A number before a noun: "no donors", "nine donors", "10 donors".</summary>
    public string CountedOf(long count) => InWords("notation.words-before", count);

    /// <summary>A day in a sentence: <c>31 December 2025</c>.</summary>
    public string Day(DateOnly day) => _phrases.Say("notation.day",
        ("day", day.Day == 1 ? _phrases["notation.first-day"] : Plain(day.Day)),
        ("month", _phrases["notation.months"].Split('|')[day.Month - 1]),
        ("year", Year(day.Year)));

    /// <summary>A moment in UTC: <c>2 March 2026, 09:30 UTC</c>.</summary>
    public string Moment(DateTimeOffset moment)
    {
        var utc = moment.UtcDateTime;
        return $"{Day(DateOnly.FromDateTime(utc))}, {utc.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC";
    }

    /// <summary>Several things in a sentence: <c>a, b and c</c>.</summary>
    public string List(IReadOnlyList<string> parts) => parts.Count < 2
        ? string.Concat(parts)
        : _phrases.Say("notation.list", ("first", string.Join(", ", parts.Take(parts.Count - 1))), ("last", parts[^1]));

    public static long WholeDollars(Amount usd) =>
        Rounding.HalfAwayFromZero(usd.MinorUnits, Currency.Usd.UnitsPerWhole);

    /// <summary>What part of the whole an amount is, in tenths of a per cent; zero where there is no whole.</summary>
    public static long PerMille(Amount part, Amount whole) =>
        whole.IsZero ? 0 : Rounding.HalfAwayFromZero((Int128)part.MinorUnits * 1000, whole.MinorUnits);

    string InWords(string key, long count)
    {
        var words = _phrases[key].Split('|');
        return count >= 0 && count < words.Length ? words[count] : Whole(count);
    }

    string Tenths(long perMille) => (new decimal(perMille) / 10).ToString("N1", _numbers.Value);

    /// <summary>A number that is part of a name, without separators.</summary>
    public static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
