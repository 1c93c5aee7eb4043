using System.Globalization;
using FundLedger.Checks;
using FundLedger.Data.Files;
using FundLedger.Rates;

namespace FundLedger.Data.Rates;

/// <summary>Reads a file of rates, whatever its form: the UN feed in XML, its spreadsheet copy, or the ledger's own columns.</summary>
static class RateFile
{
    internal static Outcome<RateReading> Read(string path, FileLimits limits, TimeProvider clock, string? name)
    {
        var file = name ?? Path.GetFileName(path);
        if (!File.Exists(path)) return new Problem("there is no such file", "check the name") { File = file };
        return LooksLikeXml(path) ? ReadFeed(path, file) : TableFile.Open(path, limits, clock, name: name).Then(ReadTable);
    }

    static Outcome<RateReading> ReadFeed(string path, string file)
    {
        using var stream = File.OpenRead(path);
        return RateFeed.Read(stream, file).Then<RateReading>(rows => RateReading.Of(rows, RateColumns.Feed, file, file));
    }

    static Outcome<RateReading> ReadTable(TableFile file)
    {
        foreach (var columns in new[] { RateColumns.Plain, RateColumns.Feed })
        {
            var (currency, date, rate) = (file.Find(columns.Currency), file.Find(columns.Date), file.Find(columns.Rate));
            if (currency < 0 || date < 0 || rate < 0) continue;
            var unreadable = new List<Problem>();
            var reading = RateReading.Of(Rows(file, currency, date, rate, unreadable), columns, file.Name, file.Name);
            return reading with { Problems = [.. unreadable, .. reading.Problems] };
        }

        return new Problem("the file has no columns of rates",
            "give the first row the names currency, effective_date and rate, or those of the UN list: f_curr_code, eff_date, rate")
        { File = file.Name, Row = 1 };
    }

    static IEnumerable<RateRow> Rows(TableFile file, int currency, int date, int rate, List<Problem> unreadable)
    {
        foreach (var row in file.Rows())
        {
            if (row.Problem is { } problem) unreadable.Add(problem);
            else yield return new RateRow(row.Number, row.Text(currency), DayOf(row.Text(date)), row.Text(rate));
        }
    }

    /// <summary>A spreadsheet shows a day with a time of midnight, or the feed's own forms; the time tells nothing.</summary>
    static string DayOf(string text) =>
        DateTime.TryParseExact(text.Trim(), "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : text;

    static bool LooksLikeXml(string path)
    {
        using var reader = new StreamReader(path);
        for (var i = 0; i < 256; i++)
        {
            var letter = reader.Read();
            if (letter < 0) return false;
            if (!char.IsWhiteSpace((char)letter)) return letter == '<';
        }

        return false;
    }
}
