using Shouldly;
using Xunit;

namespace FundLedger.Tests.Cli;

public class ReportCommandsTests
{
    static Commandline WithMoney()
    {
        var line = new Commandline().WithLedger();
        line.Json("pledges", "add", "--donor", "FRA", "--fund", "VFTC", "--amount", "900", "--currency", "EUR", "--date", "2025-01-10",
            "--reference", "P-1", "--status", "signed");
        line.Json("payments", "add", "--donor", "FRA", "--fund", "VFTC", "--amount", "300", "--currency", "EUR", "--date", "2025-03-10",
            "--reference", "R-1", "--pledge", "P-1");
        return line;
    }

    [Theory]
    [InlineData("ageing", "--as-at", "2025-12-31")]
    [InlineData("receivables", "--as-at", "2025-12-31")]
    [InlineData("statement", "--donor", "France")]
    [InlineData("donors-base", "--year", "2025")]
    [InlineData("brief", "--year", "2025")]
    public void Every_report_is_made_in_three_languages_as_page_and_as_spreadsheet_and_is_on_record(string report, string option, string value)
    {
        using var line = WithMoney();
        foreach (var language in new[] { "en", "fr", "es" })
            foreach (var format in new[] { "pdf", "xlsx" })
            {
                string[] asked = ["report", report, option, value, "--lang", language, "--format", format, "--out", line.Folder];
                var made = line.Json(asked);
                var file = made.GetProperty("file").GetString()!;
                var bytes = File.ReadAllBytes(file);
                file.ShouldEndWith(format);
                made.GetProperty("tables").EnumerateObject().ShouldNotBeEmpty();
                made.GetProperty("tables").EnumerateObject().First().Value.GetArrayLength().ShouldBePositive();

                line.Json(asked);
                File.ReadAllBytes(file).SequenceEqual(bytes).ShouldBeTrue("made again it is the same to the byte");
            }

        line.Json("verify").GetProperty("ok").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void The_machines_culture_changes_no_byte(string culture)
    {
        using var line = WithMoney();
        byte[] Made(string name)
        {
            line.Json("report", "letter", "--payment", "R-1", "--lang", "es", "--as-at", "2025-12-31", "--out", Path.Combine(line.Folder, name));
            line.Json("export", "iati", "--out", Path.Combine(line.Folder, name, "iati.xml"));
            return [.. Directory.GetFiles(Path.Combine(line.Folder, name)).Order(StringComparer.Ordinal).SelectMany(File.ReadAllBytes)];
        }

        var usual = Made("a");
        InCulture.Run(culture, () => Made("b").ShouldBe(usual));
    }

    [Fact]
    public void A_dry_run_of_reminders_writes_nothing_and_a_second_run_reminds_nobody_again()
    {
        using var line = WithMoney();
        var folder = Path.Combine(line.Folder, "letters");
        line.Json("report", "reminders", "--dry-run", "--out", folder).GetProperty("letters").GetArrayLength().ShouldBe(1);
        Directory.Exists(folder).ShouldBeFalse();
        line.Json("letters", "list").GetArrayLength().ShouldBe(0);

        var letter = line.Json("report", "reminders", "--out", folder).GetProperty("letters")[0];
        (letter.GetProperty("donor").GetString(), letter.GetProperty("language").GetString()).ShouldBe(("FRA", "fr"));
        line.Json("report", "reminders", "--out", folder).GetProperty("letters").GetArrayLength().ShouldBe(0);

        var saved = line.Json("letters", "save", letter.GetProperty("document").GetString()!, "--out", Path.Combine(line.Folder, "again"));
        File.ReadAllBytes(saved.GetProperty("file").GetString()!).ShouldBe(File.ReadAllBytes(letter.GetProperty("file").GetString()!));
    }

    [Fact]
    public void What_cannot_be_is_refused_with_what_to_do()
    {
        using var line = WithMoney();
        line.Run("report", "ageing", "--lang", "de").ShouldBe(1);
        line.Error.ShouldContain("choose one of: en, es, fr");
        line.Run("report", "statement", "--donor", "Frnce").ShouldBe(1);
        line.Error.ShouldContain("did you mean France");
        line.Run("report", "reminders", "--every", "0").ShouldBe(1);
        line.Run("settings", "set", "receivables.allowance", "1-30=lots").ShouldBe(1);
        line.Error.ShouldContain("write it like 1-30=12.5");
    }
}
