using CsCheck;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Pledges;
using FundLedger.Rates;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Pledges;

public class RevaluePledgeTests
{
    static readonly int[] Years = [2020, 2021, 2022, 2023];

    static readonly Gen<Currency> Foreign = Books.Currencies.Where(currency => currency != Currency.Usd);

    /// <summary>Payments by month since the pledge, in shares of it, each at a rate; a rate for each year's end; and how late each year is revalued.</summary>
    static readonly Gen<(Amount Promised, int Instalments, Rate Rate, (int Month, int PerMille, Rate Rate)[] Payments, (Rate Rate, int Late)[] Ends)> Lives =
        Foreign.SelectMany(currency => Gen.Select(
            Books.Amounts(currency), Gen.Int[1, 12], Books.RatesOf(currency),
            Gen.Select(Gen.Int[1, 48], Gen.Int[1, 600], Books.RatesOf(currency)).Array[0, 9],
            Gen.Select(Books.RatesOf(currency), Gen.Int[0, 14]).Array[Years.Length]))
        .Where(life => life.Item1.MinorUnits >= life.Item2);

    [Fact]
    public void Over_several_years_and_part_payments_the_balance_ends_at_zero_and_the_gains_are_what_was_received_less_what_was_pledged() =>
        Lives.Sample(life =>
        {
            var books = new DatedBooks(life.Promised, life.Instalments, life.Rate);
            var value = books.Books.Pledge.Usd;
            var received = Amount.Usd(0);
            var events = life.Payments.Select(payment => (payment.Month, Do: (Action)(() => received += books.Pay(payment.Month, payment.PerMille, payment.Rate))))
                .Concat(life.Ends.Select((end, i) => (Month: (12 * (i + 1)) + end.Late, Do: (Action)(() => books.Revalue(Years[i], end.Rate)))))
                .OrderBy(one => one.Month).ToArray();
            foreach (var one in events) one.Do();
            received += books.Pay(80, 1000, life.Rate);

            books.Books.Pledge.Outstanding.IsZero.ShouldBeTrue();
            books.Books.Pledge.Usd.IsZero.ShouldBeTrue();
            books.Gain.ShouldBe(received - value);
        });

    [Fact]
    public void At_the_end_of_the_year_a_claim_is_carried_at_that_day_s_rate_however_late_it_is_recorded() =>
        Lives.Where(life => life.Ends[0].Late > 0).Sample(life =>
        {
            var books = new DatedBooks(life.Promised, life.Instalments, life.Rate);
            foreach (var (month, perMille, rate) in life.Payments.OrderBy(payment => payment.Month).Where(payment => payment.Month < 12 + life.Ends[0].Late))
                books.Pay(month, perMille, rate);
            books.Revalue(Years[0], life.Ends[0].Rate);

            var end = books.At(Years[0]);
            foreach (var claim in end.Claims) claim.Usd.ShouldBe(life.Ends[0].Rate.ToUsd(claim.Outstanding));
            books.Revalue(Years[0], life.Ends[0].Rate).ShouldBe(0, "done again it changes nothing");
        });

    [Theory]
    [InlineData(Rung.Pledged, "EUR")]
    [InlineData(Rung.Signed, "USD")]
    public void What_binds_nobody_and_what_is_in_dollars_is_not_revalued(Rung rung, string code)
    {
        var currency = Currency.Of(code);
        var books = new Books();
        books.Promise(new Amount(100_000, currency), rung, 1, new Rate(currency, Books.Start, 90_000_000, "test"));
        RevaluePledge.Decide(books.Pledge, [], new Rate(currency, Books.Start, 80_000_000, "test"), 2020).ShouldBeEmpty();
    }

    /// <summary>Books that remember on which day each posting happened.</summary>
    sealed class DatedBooks
    {
        readonly List<DateOnly> _days = [];
        readonly PledgeState _empty;

        public DatedBooks(Amount promised, int instalments, Rate rate)
        {
            Books.Promise(promised, Rung.Signed, instalments, rate);
            _empty = Books.Pledge with { Claims = [] };
            Stamp(new DateOnly(2020, 1, 15));
        }

        public Books Books { get; } = new();

        public Amount Gain => -Books.Sum(posting => posting.Account == Account.Exchange);

        /// <summary>Pays a share of what was promised, at most what is owed, and answers what was received.</summary>
        public Amount Pay(int month, int perMille, Rate rate)
        {
            var whole = Books.SumOriginal(posting => posting.Movement == Movement.Pledged && posting.Account.IsClaim());
            var amount = Amount.Min(perMille == 1000 ? whole : whole.Share(perMille, 1000), Books.Pledge.Outstanding);
            if (!amount.IsPositive) return Amount.Usd(0);
            Books.Pay(amount, rate);
            Stamp(new DateOnly(2020, 1, 15).AddMonths(month));
            return rate.ToUsd(amount);
        }

        public int Revalue(int year, Rate rate)
        {
            var yearEnd = new DateOnly(year, 12, 31);
            var later = Books.Postings.Select((posting, i) => new LaterPosting(_days[i], posting)).Where(one => one.Date > yearEnd).OrderBy(one => one.Date);
            var drafts = RevaluePledge.Decide(At(year), [.. later], rate, year);
            foreach (var draft in drafts)
            {
                Books.Post(draft);
                Stamp(draft.Date);
            }

            return drafts.Length;
        }

        public PledgeState At(int year) =>
            _empty.After(Books.Postings.Where((_, i) => _days[i] <= new DateOnly(year, 12, 31)));

        void Stamp(DateOnly day)
        {
            while (_days.Count < Books.Postings.Count) _days.Add(day);
        }
    }
}
