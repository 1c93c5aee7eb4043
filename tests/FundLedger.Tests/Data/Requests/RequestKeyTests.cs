using FundLedger.Data.Contributions;
using FundLedger.Donors;
using FundLedger.Journal;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;
using static FundLedger.Tests.Data.TestLedgers;

namespace FundLedger.Tests.Data.Requests;

/// <summary>The same key and request get the same answer; the same key and another request have no effect.</summary>
public class RequestKeyTests
{
    static readonly Author Keyed = Clerk with { RequestKey = "7f3a" };

    [OnEachEngine]
    public void A_payment_sent_twice_is_recorded_once()
    {
        using var test = new TestLedger();
        var payment = new NewPayment("Norway", "VFTC", Day("2025-03-01"), Euro(50));
        var first = test.Ledger.Payments.Add(payment, [], Keyed).ShouldBeDone();
        var head = test.Ledger.Journal.Head();

        test.Ledger.Payments.Add(payment, [], Keyed).ShouldBeDone().ShouldBe(first);
        test.Ledger.Payments.Add(payment with { Amount = Euro(51) }, [], Keyed).ShouldBeRefused().Message.ShouldContain("was used before");
        test.Ledger.Pledges.Add(new NewPledge("Norway", "VFTC", Day("2025-03-01"), Euro(50)), Keyed).ShouldBeRefused();
        test.Ledger.Journal.Head().ShouldBe(head);
    }

    [OnEachEngine]
    public void A_donor_sent_twice_is_not_taken_for_a_double()
    {
        using var test = new TestLedger();
        var first = test.Ledger.Donors.AddOne(new Donor("", "Zebra Trust of Tests", DonorKind.Foundation), false, Keyed).ShouldBeDone();
        test.Ledger.Donors.AddOne(new Donor("", "Zebra Trust of Tests", DonorKind.Foundation), false, Keyed).ShouldBeDone().ShouldBe(first);
    }

    [OnEachEngine]
    public void An_import_sent_twice_is_imported_once_and_another_file_is_refused()
    {
        using var test = new TestLedger();
        const string Row = "kind,donor,fund,date,currency,amount\npayment,NOR,VFTC,2025-02-01,EUR,";
        var file = test.File("rows.csv", Row + "70.00\n");
        var first = test.Ledger.Contributions.Import(file, new ImportOptions(), Keyed).ShouldBeDone();
        var head = test.Ledger.Journal.Head();

        var again = test.Ledger.Contributions.Import(file, new ImportOptions(), Keyed).ShouldBeDone();
        (again.Batch, again.Payments).ShouldBe((first.Batch, first.Payments));
        test.Ledger.Contributions.Import(test.File("rows.csv", Row + "71.00\n"), new ImportOptions(), Keyed).ShouldBeRefused();
        test.Ledger.Journal.Head().ShouldBe(head);
    }

    [OnEachEngine]
    public void Donors_of_a_file_sent_twice_are_added_once()
    {
        using var test = new TestLedger();
        var file = test.File("donors.csv", "name\nExample Trust of Tests\n");
        var first = test.Ledger.Donors.Import(file, Keyed).ShouldBeDone();
        test.Ledger.Donors.Import(file, Keyed).ShouldBeDone().ShouldBe(first);
    }

    [OnEachEngine]
    public void A_refused_request_leaves_its_key_unused()
    {
        using var test = new TestLedger();
        test.Ledger.Payments.Refund("R-1", null, Day("2025-03-02"), "why not", Keyed).ShouldBeRefused();
        test.Ledger.Pay("R-1", "2025-03-01", Euro(50));
        test.Ledger.Payments.Refund("R-1", null, Day("2025-03-02"), "why not", Keyed).ShouldBeDone();
    }

    [OnEachEngine]
    public void A_proposal_sent_twice_is_proposed_once()
    {
        using var test = new TestLedger().WithPersons();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(100));
        var first = test.Ledger.Pledges.WriteOff("P-1", null, Day("2025-03-01"), "lost", Keyed).ShouldBeDone();
        test.Ledger.Pledges.WriteOff("P-1", null, Day("2025-03-01"), "lost", Keyed).ShouldBeDone().ShouldBe(first);
        test.Ledger.Proposals.Waiting().Single().Number.ShouldBe(first.Proposal!.Value);
    }

    [OnEachEngine]
    public void Closing_undoing_and_loading_rates_twice_happen_once()
    {
        using var test = new TestLedger();
        var rates = test.Ledger.Rates.Add([Rate("EUR", "2025-12-01", 0.9m)], "December", Clerk with { RequestKey = "a" }).ShouldBeDone();
        test.Ledger.Rates.Add([Rate("EUR", "2025-12-01", 0.9m)], "December", Clerk with { RequestKey = "a" }).ShouldBeDone().Added.ShouldBe(1);
        rates.Added.ShouldBe(1);
        var closing = test.Ledger.Closing.Close(2024, AllExplained, Clerk with { RequestKey = "b" }).ShouldBeDone();
        test.Ledger.Closing.Close(2024, AllExplained, Clerk with { RequestKey = "b" }).ShouldBeDone().ShouldBe(closing);
        test.Ledger.Closing.Close(2025, AllExplained, Clerk with { RequestKey = "b" }).ShouldBeRefused();
    }
}
