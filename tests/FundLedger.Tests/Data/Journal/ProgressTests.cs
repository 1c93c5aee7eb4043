using System.Text;
using FundLedger.Data.Contributions;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Journal;

public class ProgressTests
{
    [OnEachEngine]
    public void Who_undoes_a_large_import_is_told_how_far_it_is()
    {
        using var test = new TestLedger();
        var rows = new StringBuilder("kind,reference,donor,fund,date,currency,amount\n");
        for (var i = 1; i <= 250; i++) rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"pledge,P-{i},NOR,VFTC,2025-02-01,EUR,{i}.00\n");
        var batch = test.Ledger.Contributions.Import(test.File("rows.csv", rows.ToString()), new ImportOptions(), Clerk).ShouldBeDone().Batch;
        var told = new Told();
        test.Ledger.Progress = told;
        test.Ledger.Batches.Undo(batch, Day("2025-07-01"), "the wrong file", Clerk).ShouldBeDone();
        told.Steps.ShouldBe([100, 200]);
    }

    sealed class Told : IProgress<long>
    {
        public List<long> Steps { get; } = [];

        public void Report(long value) => Steps.Add(value);
    }
}
