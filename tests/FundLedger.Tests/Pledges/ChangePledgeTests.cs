using CsCheck;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Pledges;
using FundLedger.Rates;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Pledges;

public class ChangePledgeTests
{
    static readonly Rate Dollar = Rate.Dollar(Books.Start);

    static readonly Gen<(Amount Promised, Amount Total, Amount Paid, int Instalments, Rung Rung, Rate Rate, Rate Later)> Amendments =
        Books.Currencies.SelectMany(currency => Gen.Select(
            Books.Amounts(currency), Books.Amounts(currency), Books.Amounts(currency), Gen.Int[1, 600], Gen.Enum<Rung>(),
            Books.RatesOf(currency), Books.RatesOf(currency)))
        .Where(life => life.Item1.MinorUnits >= life.Item4);

    [Fact]
    public void An_amendment_leaves_what_was_paid_and_replaces_only_what_is_open() =>
        Amendments.Sample(life =>
        {
            var books = new Books();
            books.Promise(life.Promised, life.Rung, life.Instalments, life.Rate);
            books.Pay(life.Paid, life.Rate);
            var paid = life.Promised - books.Pledge.Outstanding;
            var outcome = ChangePledge.Amend(books.Pledge, life.Promised, life.Total, null, life.Later, Books.Start, "letter");
            if (books.Pledge.Outstanding.IsZero || life.Total < paid)
            {
                outcome.IsRefused.ShouldBeTrue();
                return;
            }

            books.Post(outcome.Value);
            books.Pledge.Outstanding.ShouldBe(life.Total - paid);
            if (life.Total == paid) books.Pledge.Usd.IsZero.ShouldBeTrue();
        });

    [Fact]
    public void A_write_off_never_changes_what_was_pledged_and_ends_at_zero() =>
        Amendments.Sample(life =>
        {
            var books = new Books();
            books.Promise(life.Promised, life.Rung, life.Instalments, life.Rate);
            books.Pay(life.Paid, life.Later);
            if (books.Pledge.Outstanding.IsZero) return;
            var lost = books.Pledge.Outstanding;
            books.Post(ChangePledge.WriteOff(books.Pledge, lost, Books.Start, "dissolved").Value);

            books.Pledge.Outstanding.IsZero.ShouldBeTrue();
            books.Pledge.Usd.IsZero.ShouldBeTrue();
            books.SumOriginal(posting => posting.Account.IsClaim() && posting.Movement is not (Movement.Paid or Movement.WrittenOff))
                .ShouldBe(life.Promised);
            (-books.SumOriginal(posting => posting.Account.IsClaim() && posting.Movement == Movement.WrittenOff)).ShouldBe(lost);
        });

    [Fact]
    public void Signing_moves_a_promise_from_the_memoranda_to_receivables_at_its_own_value() =>
        Amendments.Where(life => life.Rung != Rung.Signed).Sample(life =>
        {
            var books = new Books();
            books.Promise(life.Promised, life.Rung, life.Instalments, life.Rate);
            var carried = books.Pledge.Usd;
            books.Post(ChangePledge.Climb(books.Pledge, Rung.Signed, Books.Start, null).Value);

            books.Sum(posting => posting.Account == Account.Receivable).ShouldBe(carried);
            books.Sum(posting => posting.Account == Account.Contributions).ShouldBe(-carried);
            books.Sum(posting => posting.Account.IsMemorandum()).ShouldBe(Amount.Usd(0));
            books.Pledge.Outstanding.ShouldBe(life.Promised);
        });

    [Fact]
    public void A_new_schedule_alone_moves_no_money()
    {
        var books = new Books();
        books.Promise(Amount.Usd(900_00), Rung.Signed, 3, Dollar);
        var plan = new InstalmentPlan { Count = 2, First = new DateOnly(2022, 1, 31), MonthsApart = 1 };
        books.Post(ChangePledge.Amend(books.Pledge, Amount.Usd(900_00), Amount.Usd(900_00), plan, Dollar, Books.Start, "later").Value);

        books.Pledge.Open.Select(claim => (claim.Instalment, claim.Due, claim.Outstanding)).ShouldBe(
            [(4, new DateOnly(2022, 1, 31), Amount.Usd(450_00)), (5, new DateOnly(2022, 2, 28), Amount.Usd(450_00))]);
        books.Sum(posting => posting.Account == Account.Contributions).ShouldBe(Amount.Usd(-900_00));
    }

    [Fact]
    public void Cancelling_takes_back_only_what_is_open()
    {
        var books = new Books();
        books.Promise(Amount.Usd(900_00), Rung.Pledged, 3, Dollar);
        books.Pay(Amount.Usd(400_00), Dollar);
        books.Post(ChangePledge.Cancel(books.Pledge, Books.Start, "withdrawn").Value);
        books.Pledge.Outstanding.IsZero.ShouldBeTrue();
        books.Sum(posting => posting.Account == Account.Contributions).ShouldBe(Amount.Usd(-400_00));
    }

    [Fact]
    public void What_takes_figures_away_needs_a_reason()
    {
        var books = new Books();
        books.Promise(Amount.Usd(900_00), Rung.Signed, 3, Dollar);
        ChangePledge.Cancel(books.Pledge, Books.Start, " ").IsRefused.ShouldBeTrue();
        ChangePledge.WriteOff(books.Pledge, Amount.Usd(1), Books.Start, "").IsRefused.ShouldBeTrue();
        ChangePledge.Amend(books.Pledge, Amount.Usd(900_00), Amount.Usd(1), null, Dollar, Books.Start, "").IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void Instalments_from_the_31st_return_to_the_31st_after_a_shorter_month() =>
        new InstalmentPlan { Count = 4, First = new DateOnly(2024, 1, 31), MonthsApart = 1 }.For(Amount.Usd(4)).Value
            .Parts.Select(part => part.Due.Day).ShouldBe([31, 29, 31, 30]);

    [Fact]
    public void Instalments_that_do_not_come_to_the_pledge_are_refused() =>
        new InstalmentPlan { Each = [new(Books.Start, Amount.Usd(5)), new(Books.Start, Amount.Usd(4))] }.For(Amount.Usd(10))
            .Problems.Single().Message.ShouldContain("come to 0.09 USD, the pledge is 0.10 USD");
}
