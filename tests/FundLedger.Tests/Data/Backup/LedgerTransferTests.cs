using Dapper;
using FundLedger.Data;
using FundLedger.Data.Backup;
using FundLedger.Data.Journal;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Backup;

/// <summary>A ledger moves between the engines, both ways, and is the same.</summary>
public class LedgerTransferTests
{
    static string Figures(Ledger ledger) =>
        string.Join('\n', ledger.Figures.Read(DateOnly.MaxValue, ledger.Journal.Known().Value).Rows);

    [OnPostgres]
    public void There_and_back_it_ends_with_the_same_seal_and_holds_the_same_rows()
    {
        using var test = TestLedgers.WithEveryKindOfRow();
        var head = test.Ledger.Journal.Head();

        var file = LedgerTransfer.Copy(test.Address, test.Beside("copy.db"), test.Clock, Figures).ShouldBeDone();
        var address = PostgresServer.Empty();
        var back = LedgerTransfer.Copy(file.File, address, test.Clock, Figures).ShouldBeDone();

        (file.Seal, back.Seal).ShouldBe((head.Seal, head.Seal));
        using var ledger = Ledger.Open(address, test.Clock).ShouldBeDone();
        foreach (var shape in Shapes.All.Concat(Shapes.Beside).Concat(Shapes.Others).Append(Shapes.Entry))
            Rows(ledger, shape.Table).ShouldBe(Rows(test.Ledger, shape.Table), shape.Table);
        ledger.Pay("R-99", "2026-02-01", Euro(5));
        ledger.ShouldVerify();
        ledger.Dispose();
        PostgresServer.Drop(address);
    }

    [OnEachEngine]
    public void Every_table_of_the_schema_is_copied()
    {
        using var test = new TestLedger();
        var tables = test.Ledger.Query<string>(TestEngine.IsPostgres
            ? "SELECT tablename FROM pg_tables WHERE schemaname = 'fundledger'"
            : "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
        var copied = Shapes.All.Concat(Shapes.Beside).Concat(Shapes.Others).Append(Shapes.Entry).ToDictionary(shape => shape.Table);
        tables.Except(copied.Keys).ShouldBe(["schema_version"]);
        foreach (var shape in Shapes.Others.Append(Shapes.Entry))
            test.Ledger.Query<string>(TestEngine.IsPostgres
                ? $"SELECT column_name FROM information_schema.columns WHERE table_schema = 'fundledger' AND table_name = '{shape.Table}'"
                : $"SELECT name FROM pragma_table_info('{shape.Table}')").Order().ShouldBe(shape.Fields.Select(field => field.Name).Order());
    }

    [OnPostgres]
    public void What_is_there_is_never_written_over()
    {
        using var test = new TestLedger();
        using var other = new TestLedger();
        var head = other.Ledger.Journal.Head();
        LedgerTransfer.Copy(test.Address, other.Address, test.Clock, Figures).ShouldBeRefused().Message.ShouldContain("exists already");
        other.Ledger.Journal.Head().ShouldBe(head);
        LedgerTransfer.Copy(test.Address, test.File("precious.txt", "precious"), test.Clock, Figures).ShouldBeRefused()
            .Message.ShouldContain("exists already");
    }

    [OnPostgres]
    public void A_copy_that_would_report_otherwise_or_does_not_verify_leaves_nothing()
    {
        using var test = TestLedgers.WithEveryKindOfRow();
        var address = PostgresServer.Empty();
        var count = 0;
        LedgerTransfer.Copy(test.Address, address, test.Clock, _ => $"{++count}").ShouldBeRefused().Message.ShouldContain("the same reports");
        using (var foreign = new ForeignProgram(test.Address))
            foreign.Keep("DROP TRIGGER pledge_keeps_update; UPDATE pledge SET note = 'forged'");
        LedgerTransfer.Copy(test.Address, address, test.Clock, Figures).ShouldBeRefused().Message.ShouldContain("seals");
        Ledger.Open(address, test.Clock).ShouldBeRefused().Message.ShouldContain("is not a ledger");
        PostgresServer.Drop(address);
    }

    /// <summary>Whatever the engine gives back for a column, as text.</summary>
    static string[] Rows(Ledger ledger, string table) =>
    [
        .. ((IEnumerable<IDictionary<string, object?>>)ledger.Connection.Query($"SELECT * FROM {table}"))
            .Select(row => string.Join('|', row.OrderBy(cell => cell.Key, StringComparer.Ordinal)
                .Select(cell => cell.Value is byte[] bytes ? Convert.ToHexString(bytes) : $"{cell.Value}"))).Order(StringComparer.Ordinal),
    ];
}
