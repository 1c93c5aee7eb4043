using CsCheck;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Rates;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Payments;

public class SettlementTests
{
    static readonly Gen<(Amount Promised, int Instalments, Rung Rung, (Amount Amount, Rate Rate)[] Payments, Rate Rate)> Lives =
        Books.Currencies.SelectMany(currency => Gen.Select(
            Books.Amounts(currency), Gen.Int[1, 600], Gen.Enum<Rung>(),
            Gen.Select(Books.Amounts(currency), Books.RatesOf(currency)).Array[1, 8], Books.RatesOf(currency)))
        .Where(life => life.Item1.MinorUnits >= life.Item2);

    [Fact]
    public void Part_payments_and_over_payments_in_any_order_keep_pledged_less_paid_equal_to_outstanding() =>
        Lives.Sample(life =>
        {
            var books = new Books();
            books.Promise(life.Promised, life.Rung, life.Instalments, life.Rate);
            foreach (var (amount, rate) in life.Payments)
            {
                books.Pay(amount, rate);
                var paid = -books.SumOriginal(posting => posting.Account.IsClaim() && posting.Movement == Movement.Paid);
                (life.Promised - paid).ShouldBe(books.Pledge.Outstanding);
                books.Pledge.Outstanding.IsNegative.ShouldBeFalse();
            }
        });

    [Fact]
    public void Allocations_and_what_is_unallocated_come_to_the_receipt() =>
        Lives.Sample(life =>
        {
            var books = new Books();
            books.Promise(life.Promised, life.Rung, life.Instalments, life.Rate);
            foreach (var (amount, rate) in life.Payments)
            {
                var before = books.Pledge.Outstanding;
                books.Pay(amount, rate);
                (before - books.Pledge.Outstanding + books.Receipts[^1].Unallocated).ShouldBe(amount);
            }
        });

    [Fact]
    public void After_the_last_payment_a_pledge_is_zero_in_both_currencies_and_the_gain_is_booked_once() =>
        Lives.Sample(life =>
        {
            var books = new Books();
            books.Promise(life.Promised, Rung.Signed, life.Instalments, life.Rate);
            foreach (var (amount, rate) in life.Payments) books.Pay(amount, rate);
            if (!books.Pledge.Outstanding.IsZero) books.Pay(books.Pledge.Outstanding, life.Rate);

            books.Pledge.Outstanding.IsZero.ShouldBeTrue();
            books.Pledge.Usd.IsZero.ShouldBeTrue();
            books.Pledge.Claims.ShouldAllBe(claim => claim.Usd.IsZero && claim.Outstanding.IsZero);
            var received = books.Sum(posting => posting.Account == Account.Bank);
            var pledged = life.Rate.ToUsd(life.Promised);
            var unallocated = -books.Sum(posting => posting.Account == Account.Unallocated);
            (-books.Sum(posting => posting.Account == Account.Exchange)).ShouldBe(received - unallocated - pledged);
        });

    [Fact]
    public void A_payment_never_changes_what_was_pledged() =>
        Lives.Sample(life =>
        {
            var books = new Books();
            books.Promise(life.Promised, life.Rung, life.Instalments, life.Rate);
            foreach (var (amount, rate) in life.Payments) books.Pay(amount, rate);
            books.SumOriginal(posting => posting.Account.IsClaim() && posting.Movement != Movement.Paid).ShouldBe(life.Promised);
        });

    [Fact]
    public void A_payment_in_another_currency_settles_at_the_rate_of_the_day()
    {
        var euro = new Rate(Currency.Of("EUR"), Books.Start, 80_000_000, "test");
        var books = new Books();
        books.Promise(new Amount(100_00, Currency.Of("EUR")), Rung.Signed, 1, new Rate(Currency.Of("EUR"), Books.Start, 100_000_000, "test"));

        var draft = RecordPayment.Decide(
            new NewPayment("NOR", "VFTC", Books.Start, Amount.Usd(130_00)) { Reference = "R", Targets = [AllocationTarget.To(books.Pledge)] },
            Rate.Dollar(Books.Start), _ => euro).Value;
        books.Post(draft);

        // EUR 100 are US$ 125 that day; US$ 5 are left, and the pledge was carried at US$ 100.
        books.Pledge.Outstanding.IsZero.ShouldBeTrue();
        draft.Postings.Single(posting => posting.Account == Account.Unallocated).Usd.ShouldBe(Amount.Usd(-5_00));
        draft.Postings.Single(posting => posting.Account == Account.Exchange).Usd.ShouldBe(Amount.Usd(-25_00));
    }

    [Fact]
    public void What_a_bank_exchanged_at_its_own_rate_settles_what_it_was_paid_for() =>
        Gen.Select(Books.Currencies, Books.Currencies, Gen.Long[1, 4_000_000_000], Gen.Long[1, 4_000_000_000], Books.RatesOf(Currency.Of("EUR")))
            .Where((pledged, paid, _, _, _) => pledged != paid)
            .Sample((pledged, paid, owed, sent, any) =>
            {
                Rate Of(Currency currency) => currency == Currency.Usd ? Rate.Dollar(Books.Start) : any with { Currency = currency };
                var books = new Books();
                books.Promise(new Amount(owed, pledged), Rung.Signed, 3, Of(pledged));
                var carried = books.Pledge.Usd;
                var draft = RecordPayment.Decide(new NewPayment("NOR", "VFTC", Books.Start, new Amount(sent, paid))
                {
                    Targets = [AllocationTarget.To(books.Pledge) with { Amount = new Amount(sent, paid), Settles = new Amount(owed, pledged) }],
                }, Of(paid), _ => throw new InvalidOperationException("no rate is asked for"));
                // So little money for three instalments that one gets none of it is refused, not rounded away.
                if (draft.IsRefused) return;
                books.Post(draft.Value);
                books.Pledge.Outstanding.IsZero.ShouldBeTrue();
                books.Pledge.Usd.IsZero.ShouldBeTrue();
                (books.Sum(posting => posting.Account == Account.Exchange) + Of(paid).ToUsd(new Amount(sent, paid))).ShouldBe(carried);
            });

    [Fact]
    public void Money_for_what_was_only_announced_formalises_that_part()
    {
        var books = new Books();
        books.Promise(Amount.Usd(100_00), Rung.Announced, 1, Rate.Dollar(Books.Start));
        books.Pay(Amount.Usd(40_00), Rate.Dollar(Books.Start));

        books.Sum(posting => posting.Account == Account.Announced).ShouldBe(Amount.Usd(60_00));
        books.Sum(posting => posting.Account == Account.Pledged && posting.Movement == Movement.Formalised).ShouldBe(Amount.Usd(40_00));
        books.Sum(posting => posting.Account == Account.Contributions).ShouldBe(Amount.Usd(-40_00));
    }

    [Fact]
    public void A_pledge_of_another_donor_is_not_settled()
    {
        var books = new Books();
        books.Promise(Amount.Usd(100_00), Rung.Signed, 1, Rate.Dollar(Books.Start));
        var outcome = RecordPayment.Decide(
            new NewPayment("CAN", "VFTC", Books.Start, Amount.Usd(100_00)) { Reference = "R", Targets = [AllocationTarget.To(books.Pledge)] },
            Rate.Dollar(Books.Start), _ => Rate.Dollar(Books.Start));
        outcome.Problems.Single().Message.ShouldContain("is of NOR");
    }

    [Fact]
    public void More_than_was_received_cannot_be_allocated()
    {
        var books = new Books();
        books.Promise(Amount.Usd(500_00), Rung.Signed, 1, Rate.Dollar(Books.Start));
        var outcome = RecordPayment.Decide(
            new NewPayment("NOR", "VFTC", Books.Start, Amount.Usd(100_00))
            { Reference = "R", Targets = [AllocationTarget.To(books.Pledge) with { Amount = Amount.Usd(100_01) }] },
            Rate.Dollar(Books.Start), _ => Rate.Dollar(Books.Start));
        outcome.Problems.Single().Message.ShouldContain("cannot be allocated");
    }
}
