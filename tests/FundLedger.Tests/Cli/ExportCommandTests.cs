using System.Text.Json;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Cli;

public class ExportCommandTests
{
    [Fact]
    public void The_journal_is_exported_posting_by_posting_with_equal_debits_and_credits_and_the_seals()
    {
        using var line = new Commandline().WithLedger();
        line.Json("pledges", "add", "--donor", "NOR", "--fund", "VFTC", "--amount", "900", "--currency", "EUR", "--date", "2025-01-10",
            "--reference", "P-1", "--status", "signed");
        line.Json("payments", "add", "--donor", "NOR", "--fund", "VFTC", "--amount", "1000", "--currency", "EUR", "--date", "2025-07-01",
            "--reference", "R-1", "--pledge", "P-1");
        var file = Path.Combine(line.Folder, "journal.json");

        line.Json("export", "journal", "--format", "json", "--out", file);

        var rows = JsonDocument.Parse(File.ReadAllBytes(file)).RootElement.EnumerateArray().ToArray();
        decimal Sum(string column) => rows.Select(row => row.GetProperty(column))
            .Where(cell => cell.ValueKind == JsonValueKind.Number).Sum(cell => cell.GetDecimal());
        Sum("debit_usd").ShouldBe(Sum("credit_usd"));
        Sum("debit_usd").ShouldBeGreaterThan(2000m);
        rows[^1].GetProperty("seal").GetString().ShouldBe(line.Json("verify").GetProperty("seal").GetString());
        rows.ShouldContain(row => row.GetProperty("pledge").GetString() == "P-1" && row.GetProperty("account").GetString() == "receivable"
            && row.GetProperty("date").GetString() == "2025-01-10");
    }
}
