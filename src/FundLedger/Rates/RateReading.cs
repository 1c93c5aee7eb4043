using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Money;

namespace FundLedger.Rates;

/// <summary>A row of a list of rates as it was written, whatever file it came from; rows count from 1.</summary>
public sealed record RateRow(long Row, string Currency, string Date, string Rate);

/// <summary>How a file calls its columns, so that problems speak of what its reader sees.</summary>
public sealed record RateColumns(string Currency, string Date, string Rate)
{
    /// <summary>The columns of the UN feed and of its spreadsheet copy.</summary>
    public static RateColumns Feed { get; } = new("f_curr_code", "eff_date", "rate");

    /// <summary>The columns of the ledger's own lists.</summary>
    public static RateColumns Plain { get; } = new("currency", "effective_date", "rate");
}

/// <summary>A code that was passed over because ISO 4217 has no such currency in use on the day.</summary>
public sealed record SkippedCurrency(string Code, int Rows, long FirstRow);

/// <summary>
/// What a list of rates says: its rates in order, its problems, and what was passed over. A list repeats a currency for
/// each country that uses it; equal repetitions are counted, different ones are a problem.
/// </summary>
public sealed record RateReading(
    ImmutableArray<Rate> Rates, ImmutableArray<Problem> Problems, int Rows, int Duplicates,
    ImmutableArray<SkippedCurrency> Skipped)
{
    /// <summary>Reads the rows. <paramref name="source"/> says on each rate where it came from.</summary>
    public static RateReading Of(IEnumerable<RateRow> rows, RateColumns columns, string source, string? file = null)
    {
        var collector = new RateCollector(columns, source, file);
        foreach (var row in rows) collector.Add(row);
        return collector.Finish();
    }
}

/// <summary>Takes rows one by one and remembers which rate each currency and day was given first.</summary>
sealed class RateCollector(RateColumns columns, string source, string? file)
{
    static readonly string[] DateForms = ["yyyy-MM-dd", "d MMM yyyy", "d-MMM-yyyy"];

    readonly Dictionary<(Currency, DateOnly), (Rate Rate, long Row)> _first = [];
    readonly Dictionary<string, SkippedCurrency> _skipped = new(StringComparer.Ordinal);
    readonly List<Rate> _rates = [];
    readonly List<Problem> _problems = [];
    int _rows;
    int _duplicates;

    public void Add(RateRow row)
    {
        _rows++;
        var code = row.Currency.Trim().ToUpperInvariant();
        if (code.Length != 3 || !code.All(char.IsAsciiLetterUpper))
            Refuse(
                row, columns.Currency, row.Currency, "is not the three letters of a currency",
                "write the code of ISO 4217, e.g. EUR");
        else if (!TryReadDay(row.Date, out var day))
            Refuse(row, columns.Date, row.Date, "is not a day", "write the day as 2026-01-31 or 31 Jan 2026");
        else if (!Currency.TryFind(code, out var currency) || currency.Withdrawn <= day) Skip(code, row);
        else if (Fault(row.Rate, currency) is var (fault, remedy)) Refuse(row, columns.Rate, row.Rate, fault, remedy);
        else if (Rate.TryParse(row.Rate, out var units)) Keep(row, new Rate(currency, day, units, source));
    }

    public RateReading Finish() => new(
        [.. _rates], [.. _problems], _rows, _duplicates,
        [.. _skipped.Values.OrderBy(one => one.Code, StringComparer.Ordinal)]);

    void Keep(RateRow row, Rate rate)
    {
        if (_first.TryAdd((rate.Currency, rate.Effective), (rate, row.Row)))
        {
            _rates.Add(rate);
            return;
        }

        var (first, firstRow) = _first[(rate.Currency, rate.Effective)];
        if (first.HundredMillionths == rate.HundredMillionths) _duplicates++;
        else
            Refuse(
                row, columns.Rate, row.Rate,
                $"is not the rate that row {firstRow} has for {rate.Currency} on {Iso(rate.Effective)}: {Plain(first)}",
                "find out which of the two was published and take the other row out");
    }

    void Skip(string code, RateRow row) =>
        _skipped[code] = _skipped.TryGetValue(code, out var skipped)
            ? skipped with { Rows = skipped.Rows + 1 }
            : new SkippedCurrency(code, 1, row.Row);

    void Refuse(RateRow row, string column, string value, string fault, string remedy)
    {
        var message = value.Trim().Length == 0 ? $"the {column} is missing" : $"'{Quoted.Short(value.Trim())}' {fault}";
        _problems.Add(new Problem(message, remedy) { File = file, Row = row.Row, Column = column, Value = value });
    }

    /// <summary>What is wrong with a rate and what to do about it; nothing when it can be used.</summary>
    static (string Fault, string Remedy)? Fault(string text, Currency currency)
    {
        const NumberStyles plainNumber = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(text.Trim(), plainNumber, CultureInfo.InvariantCulture, out var rate))
            return ("is not a number", "write a point for decimals and no separators, e.g. 1468241.15");
        if (rate <= 0) return ("is not above zero", "write how many units of the currency one US$ buys");
        if (!Rate.TryParse(text, out var units))
            return ("has more than 8 decimals or is too large", "write the rate as it was published");
        return currency == Currency.Usd && units != Rate.Dollar(default).HundredMillionths
            ? ("is a rate for the US$, which is always 1", "take the row out, or correct its currency")
            : null;
    }

    static bool TryReadDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text.Trim(), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Plain(Rate rate) => rate.UnitsPerDollar.ToString("0.########", CultureInfo.InvariantCulture);
}
