using Dapper;
using FundLedger.Data;
using FundLedger.Data.Payments;
using FundLedger.Payments;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Engines;

/// <summary>A program that does not ask for the chain's lock and writes an entry of the number that is next.</summary>
public class BesideTheLockTests
{
    [OnPostgres]
    public async Task A_request_that_met_it_begins_anew_and_has_one_effect()
    {
        using var test = new TestLedger();
        var before = test.Ledger.Journal.Head().Entry;
        await using var foreign = PostgresServer.Connect(test.Address);
        await using var transaction = await foreign.BeginTransactionAsync();
        await foreign.ExecuteAsync(ForeignProgram.Entry("payment", "2025-05-05", lines: 0)
            .Replace("randomblob(32)", "decode(repeat('ab', 32), 'hex')", StringComparison.Ordinal), transaction: transaction);

        var paying = Task.Run(() =>
        {
            using var ledger = Ledger.Open(test.Address, test.Clock).ShouldBeDone();
            return ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2025-03-01"), Euro(7)) { Reference = "R-1" }, [],
                Clerk with { RequestKey = "once" });
        });
        using (var watching = PostgresServer.Connect(test.Address))
            while (!paying.IsCompleted && watching.ExecuteScalar<long>("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'transactionid'") == 0)
                await Task.Delay(10);
        paying.IsCompleted.ShouldBeFalse("it waits for the number that the other program took");
        await transaction.CommitAsync();

        (await paying).ShouldBeDone().Entry.ShouldBe(before + 2);
        test.Ledger.Payments.Page(new PaymentFilter()).Count().ShouldBe(1);
    }
}
