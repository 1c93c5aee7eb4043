using FundLedger.Data;
using FundLedger.Tests.Cli;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Data.Engines;

/// <summary>Ledgers of every earlier schema are opened, brought up to date, and tell the same.</summary>
public class KeptLedgerTests
{
    const string Seal = "816f973c66a6fc1a50f1c17b786a5b2d486b23a2b4d8a725b7fbb46098a306d1";

    public static TheoryData<int> Schemas => [.. KeptLedger.Schemas];

    [Fact]
    public void A_ledger_of_every_earlier_schema_is_kept() => KeptLedger.Schemas.ShouldBe(Enumerable.Range(1, Ledger.NewestSchema - 1));

    [Theory, MemberData(nameof(Schemas))]
    public void An_earlier_ledger_is_brought_up_to_date_and_tells_the_same(int schema)
    {
        using var line = new Commandline();
        KeptLedger.Unpack(schema, line.Ledger);

        var verified = line.Json("verify");

        (verified.GetProperty("entry").GetInt64(), verified.GetProperty("seal").GetString()).ShouldBe((32, Seal));
        var total = line.Json("status", "--as-at", "2026-11-24").GetProperty("total");
        (total.GetProperty("pledged").GetDecimal(), total.GetProperty("outstanding").GetDecimal(), total.GetProperty("received").GetDecimal())
            .ShouldBe((11393.35m, 10061.94m, 1320.31m));
        line.Json("payments", "add", "--donor", "NOR", "--fund", "VFTC", "--amount", "1", "--currency", "EUR", "--date", "2025-12-01");
        line.Json("report", "drift").GetArrayLength().ShouldBe(1);
        line.Run("verify").ShouldBe(0, line.Error);
    }

    /// <summary>Ledgers of schema 5 were made with these indexes and without them; dropping what is not there would fail.</summary>
    [Fact]
    public void A_ledger_of_schema_5_without_its_later_indexes_gets_them()
    {
        using var line = new Commandline();
        KeptLedger.Unpack(5, line.Ledger);
        using (var before = new ForeignProgram(line.Ledger))
            foreach (var index in new[] { "payment_size", "pledge_size" }) before.Keep($"DROP INDEX {index}");

        line.Run("verify").ShouldBe(0, line.Error);

        using var after = new ForeignProgram(line.Ledger);
        foreach (var index in new[] { "payment_size", "pledge_size" }) after.Keep($"DROP INDEX {index}");
    }
}
