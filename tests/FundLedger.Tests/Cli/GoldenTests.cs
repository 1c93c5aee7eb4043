using System.Globalization;
using ClosedXML.Excel;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using UglyToad.PdfPig;
using Xunit;

namespace FundLedger.Tests.Cli;

/// <summary>Published contributions come out to the dollar wherever they are shown.</summary>
public class GoldenTests
{
    sealed record Published(string Donor, string Currency, string Amount, long Usd, string Rate, string Effective);

    [OnEachEngine]
    public void Published_contributions_are_right_to_the_dollar_in_status_workbook_and_PDF()
    {
        var rows = File.ReadLines(SharedFiles.Require("golden/ohchr-2022-03.csv")).Skip(1).Select(line => line.Split(','))
            .Select(cell => new Published(cell[0], cell[1], cell[2], long.Parse(cell[3], CultureInfo.InvariantCulture), cell[4], cell[5])).ToArray();
        using var line = new Commandline();
        line.Json("init");
        line.Json("rates", "import", line.Write("rates.csv", "currency,effective_date,rate\n"
            + string.Join('\n', rows.Select(row => $"{row.Currency},{row.Effective},{row.Rate}").Distinct())));
        line.Json("import", line.Write("golden.csv", "kind,reference,donor,fund,date,currency,amount,usd\n"
            + string.Join('\n', rows.Select((row, i) => $"payment,G-{i},{row.Donor},VFTC,{row.Effective},{row.Currency},{row.Amount},{row.Usd}"))));

        var status = line.Json("status", "--year", "2022").GetProperty("donors").EnumerateArray()
            .ToDictionary(row => row.GetProperty("name").GetString()!, row => row.GetProperty("received").GetDecimal());
        foreach (var donor in rows.GroupBy(row => row.Donor))
            Math.Round(status[donor.Key], MidpointRounding.AwayFromZero).ShouldBe(donor.Sum(row => row.Usd), donor.Key);

        line.Json("report", "board", "--fund", "VFTC", "--year", "2022", "--out", line.Folder);
        var text = Text(Path.Combine(line.Folder, "board-VFTC-2022.pdf"));
        foreach (var row in rows) text.ShouldContain(row.Usd.ToString("N0", CultureInfo.InvariantCulture));

        line.Json("report", "workbook", "--fund", "VFTC", "--year", "2022", "--out", line.Folder);
        var figures = Figures(Path.Combine(line.Folder, "donors-VFTC-2022.xlsx"));
        foreach (var row in rows) figures.ShouldContain(row.Usd);
    }

    [OnEachEngine]
    public void A_report_made_again_after_later_postings_is_the_same_to_the_byte()
    {
        using var line = new Commandline().WithLedger();
        line.Json("pledges", "add", "--donor", "NOR", "--fund", "VFTC", "--amount", "500", "--currency", "EUR", "--date", "2025-02-01");
        var first = Report(line, "a", []);
        var known = line.Json("status").GetProperty("as_known_on").GetString()!;
        line.Clock.Now += TimeSpan.FromDays(1);
        line.Json("pledges", "add", "--donor", "CAN", "--fund", "VFTC", "--amount", "900", "--currency", "EUR", "--date", "2025-03-01");

        Report(line, "b", ["--as-known-on", known]).SequenceEqual(first).ShouldBeTrue();
        Report(line, "c", []).SequenceEqual(first).ShouldBeFalse();
    }

    static byte[] Report(Commandline line, string folder, string[] more)
    {
        var path = Path.Combine(line.Folder, folder);
        line.Json(["report", "board", "--fund", "all", "--year", "2025", "--out", path, .. more]);
        return File.ReadAllBytes(Path.Combine(path, "board-all-2025.pdf"));
    }

    static string Text(string pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Join('\n', document.GetPages().Select(page => page.Text));
    }

    /// <summary>Every number of the sheet of contributions, rounded to whole dollars.</summary>
    static HashSet<long> Figures(string workbook)
    {
        using var book = new XLWorkbook(workbook);
        return [.. book.Worksheets.First(sheet => sheet.Name.StartsWith("Contributions", StringComparison.Ordinal)).CellsUsed()
            .Where(cell => cell.DataType == XLDataType.Number && !cell.HasFormula)
            .Select(cell => (long)Math.Round(Convert.ToDecimal(cell.Value, CultureInfo.InvariantCulture), MidpointRounding.AwayFromZero))];
    }
}
