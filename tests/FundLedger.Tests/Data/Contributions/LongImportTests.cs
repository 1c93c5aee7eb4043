using System.Globalization;
using FundLedger.Checks;
using FundLedger.Data.Contributions;
using FundLedger.Data.Payments;
using FundLedger.Journal;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Contributions;

/// <summary>What the ledger knows of rows is looked up while the rows before them are posted: nothing of these may be missed.</summary>
public class LongImportTests
{
    const string Head = "kind,reference,donor,fund,date,currency,amount,pledge";
    const int Rows = 9_000;

    [OnEachEngine]
    public void A_reference_that_any_earlier_row_took_is_refused()
    {
        using var test = new TestLedger();
        string[] rows = [.. Enumerable.Range(1, Rows).Select(i => Pledge(i is 20 or 4_100 or 8_900 ? 10 : i))];

        var refused = Import(test, rows).Problems;

        refused.Select(problem => (problem.Row, problem.Value)).ShouldBe([(21, "G-10"), (4_101, "G-10"), (8_901, "G-10")]);
    }

    [OnEachEngine]
    public void A_reference_of_a_payment_that_any_earlier_row_took_is_refused()
    {
        using var test = new TestLedger();
        string[] rows = [.. Enumerable.Range(1, Rows).Select(i => Payment(i is 4_100 or 8_900 ? 10 : i, ""))];

        Import(test, rows).Problems.Select(problem => problem.Row).ShouldBe([4_101L, 8_901L]);
    }

    [OnEachEngine]
    public void One_pledge_is_settled_by_payments_far_apart()
    {
        using var test = new TestLedger();
        string[] rows = [$"pledge,G,Norway,VFTC,2025-01-10,EUR,{Rows - 2}.00,", .. Enumerable.Range(1, Rows).Select(i => Payment(i, "G"))];

        Import(test, rows).ShouldBeDone();

        test.Ledger.Pledges.Find("G").Value.Outstanding.IsZero.ShouldBeTrue();
        test.Ledger.Payments.Page(new PaymentFilter { Take = 2 * Rows }).Count().ShouldBe(Rows);
        test.Ledger.Payments.Find(Reference(Rows - 2)).Value.Unallocated.IsZero.ShouldBeTrue();
        test.Ledger.Payments.Find(Reference(Rows - 1)).Value.Unallocated.ShouldBe(Euro(1));
        test.Ledger.Checks.Run().SelectMany(check => check.Problems).ShouldBeEmpty();
    }

    [OnEachEngine]
    public void Donors_made_on_the_way_are_those_of_the_rows_behind_them()
    {
        using var test = new TestLedger();
        string[] rows = [.. Enumerable.Range(1, Rows).Select(i => Payment(i, "").Replace("Norway", $"Society {i / 3_000}", StringComparison.Ordinal))];

        var done = Import(test, rows, new ImportOptions { CreateDonors = true }).ShouldBeDone();

        done.NewDonors.Length.ShouldBe(4);
        test.Ledger.Checks.Run().SelectMany(check => check.Problems).ShouldBeEmpty();
    }

    static Outcome<Imported> Import(TestLedger test, string[] rows, ImportOptions? options = null) =>
        test.Ledger.Contributions.Import(test.File("rows.csv", string.Join('\n', rows.Prepend(Head)) + "\n"), options ?? new ImportOptions(), Clerk);

    static string Pledge(int number) => string.Create(CultureInfo.InvariantCulture, $"pledge,G-{number},Norway,VFTC,2025-01-10,EUR,1.00,");

    static string Payment(int number, string pledge) => $"payment,{Reference(number)},Norway,VFTC,2025-02-10,EUR,1.00,{pledge}";

    static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"Q-{number}");
}
