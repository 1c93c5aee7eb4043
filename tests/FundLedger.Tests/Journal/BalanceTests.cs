using FundLedger.Journal;
using FundLedger.Money;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Journal;

public class BalanceTests
{
    [Fact]
    public void What_is_only_promised_comes_to_zero_by_itself()
    {
        Balance.Imbalance([Moved(Account.Pledged, -5), Moved(Account.Memorandum, 5), Moved(Account.Receivable, 7), Moved(Account.Contributions, -7)])
            .ShouldBeNull();
        Balance.Imbalance([Moved(Account.Pledged, -5), Moved(Account.Receivable, 5)])
            .ShouldNotBeNull().ShouldContain("fund 'VFTC', donor 'NOR' is out by");
    }

    [Fact]
    public void Funds_donors_and_currencies_come_to_zero_each()
    {
        Balance.Imbalance([Moved(Account.Bank, 5), Moved(Account.Unallocated, -5) with { Fund = "UPR-I" }]).ShouldNotBeNull();
        Balance.Imbalance([Moved(Account.Bank, 5), Moved(Account.Unallocated, -5) with { Donor = "SWE" }]).ShouldNotBeNull();
        Balance.Imbalance([Moved(Account.Bank, 5), Moved(Account.Unallocated, -5) with { Amount = new Amount(-5, Currency.Of("EUR")) }])
            .ShouldNotBeNull();
        Balance.Imbalance([Moved(Account.Bank, 5), Moved(Account.Unallocated, -5)]).ShouldBeNull();
    }

    static Posting Moved(Account account, long cents) =>
        new(account, Movement.Signed, "VFTC", "NOR", Amount.Usd(cents), Amount.Usd(cents));
}
