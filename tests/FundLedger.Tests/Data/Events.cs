using FundLedger.Data;
using FundLedger.Data.Payments;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data;

/// <summary>What happens in most tests: a promise of Norway to VFTC, and money.</summary>
static class Events
{
    public static Recorded Promise(this Ledger ledger, string reference, string day, Amount amount, Rung rung = Rung.Signed) =>
        ledger.Pledges.Add(new NewPledge("NOR", "VFTC", Day(day), amount) { Reference = reference, Status = rung }, Clerk).ShouldBeDone();

    public static Recorded Pay(this Ledger ledger, string reference, string day, Amount amount, string? pledge = null) =>
        ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day(day), amount) { Reference = reference },
            pledge is null ? [] : [new AllocationRequest { Pledge = pledge }], Clerk).ShouldBeDone();

    public static void ShouldVerify(this Ledger ledger)
    {
        var problems = ledger.Checks.Run().SelectMany(check => check.Problems.Select(problem => $"{check.Name}: {problem.Message}")).ToArray();
        if (problems.Length > 0) throw new InvalidOperationException(string.Join("; ", problems));
    }
}
