using FundLedger.Data;
using FundLedger.Data.Journal;
using FundLedger.Data.Lists;
using FundLedger.Data.Payments;
using FundLedger.Data.Reports;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Reports;

public class LineTotalsTests
{
    /// <summary>The first four never change which pledges they find; the others do.</summary>
    static readonly PledgeFilter[] OfPledges =
    [
        new(), new() { Fund = "VFTC" }, new() { Donor = "SWE", From = Day("2025-02-01") }, new() { Text = "P-1" },
        new() { OpenOnly = true }, new() { Rung = Rung.Signed }, new() { OverdueAt = Day("2025-06-01") },
    ];

    static readonly PaymentFilter[] OfPayments =
        [new(), new() { Fund = "VFTC" }, new() { From = Day("2025-02-02") }, new() { UnallocatedOnly = true }];

    [OnEachEngine]
    public void Pledges_come_to_what_the_postings_say_whether_added_up_anew_or_only_what_came_since() =>
        AfterEachEvent(OfPledges, (ledger, filter, known, before) => ledger.PledgeLines.Totals(filter, known, before), Expected);

    [OnEachEngine]
    public void Payments_come_to_what_their_lines_say_whether_added_up_anew_or_only_what_came_since() =>
        AfterEachEvent(OfPayments, (ledger, filter, known, before) => ledger.Payments.Totals(filter, known, before), Expected);

    static void AfterEachEvent<TFilter>(TFilter[] filters, Func<Ledger, TFilter, Knowledge, LineTotals?, LineTotals> totals,
        Func<Ledger, TFilter, CurrencyTotal[]> expected)
    {
        using var test = new TestLedger();
        var before = new LineTotals?[filters.Length];
        foreach (var happen in Events())
        {
            happen(test.Ledger);
            var known = test.Ledger.Journal.Known().Value;
            for (var i = 0; i < filters.Length; i++)
            {
                var all = expected(test.Ledger, filters[i]);
                totals(test.Ledger, filters[i], known, null).ByCurrency.ShouldBe(all);
                before[i] = totals(test.Ledger, filters[i], known, before[i]);
                before[i]!.ByCurrency.ShouldBe(all);
                before[i]!.Entry.ShouldBe(known.Entry);
            }
        }

        before.ShouldAllBe(one => one!.ByCurrency.Length > 0);
    }

    [OnEachEngine]
    public void Who_knows_less_than_another_asked_for_is_told_what_that_one_knew()
    {
        using var test = new TestLedger();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(100));
        var known = test.Ledger.Journal.Known().Value;
        test.Ledger.Promise("P-2", "2025-01-10", Euro(200));
        var newer = test.Ledger.PledgeLines.Totals(new PledgeFilter(), test.Ledger.Journal.Known().Value);

        test.Ledger.PledgeLines.Totals(new PledgeFilter(), known, newer).ShouldBe(newer);
    }

    static IEnumerable<Action<Ledger>> Events()
    {
        yield return ledger => ledger.Promise("P-1", "2025-01-10", Euro(1000));
        yield return ledger => Promise(ledger, "P-2", "UPR-P", "2025-01-11", new Amount(500_000, Currency.Of("NOK")), Rung.Pledged);
        yield return ledger => Promise(ledger, "P-10", "VFTC", "2025-03-01", Euro(70), Rung.Announced);
        yield return ledger => ledger.Pay("R-1", "2025-02-01", Euro(300), "P-1");
        yield return ledger => ledger.Pledges.Amend("P-1", Euro(1200), null, Day("2025-03-10"), "raised", Clerk).ShouldBeDone();
        yield return ledger => ledger.Pledges.Climb("P-2", Rung.Signed, Day("2025-04-01"), null, Clerk).ShouldBeDone();
        yield return ledger =>
        {
            ledger.Pledges.WriteOff("P-1", Euro(50), Day("2025-05-01"), "lost", Clerk).ShouldBeDone();
            ledger.Payments.Reverse("R-1", Day("2025-05-02"), "another donor's", Clerk).ShouldBeDone();
            ledger.Promise("P-3", "2025-05-03", Euro(5));
        };
        yield return ledger => ledger.Pledges.Cancel("P-10", Day("2025-06-01"), "withdrawn", Clerk).ShouldBeDone();
        yield return ledger => ledger.Pay("R-2", "2025-06-02", Euro(9));
    }

    static void Promise(Ledger ledger, string reference, string fund, string day, Amount amount, Rung rung) =>
        ledger.Pledges.Add(new NewPledge("SWE", fund, Day(day), amount) { Reference = reference, Status = rung }, Clerk).ShouldBeDone();

    static CurrencyTotal[] Expected(Ledger ledger, PaymentFilter filter) =>
    [
        .. ledger.Payments.Page(filter).Where(line => line.ReversedBy == 0).GroupBy(line => line.Currency)
            .OrderBy(group => group.Key.Code, StringComparer.Ordinal)
            .Select(group => new CurrencyTotal(group.Key, group.Count(),
                new Amount(group.Sum(line => line.Amount.MinorUnits), group.Key), Amount.Usd(group.Sum(line => line.Usd.MinorUnits)))),
    ];

    /// <summary>From every posting of the journal on the claims of the pledges that are listed.</summary>
    static CurrencyTotal[] Expected(Ledger ledger, PledgeFilter filter)
    {
        var known = ledger.Journal.Known().Value;
        var listed = ledger.PledgeLines.Page(filter, DateOnly.MaxValue, known).Select(line => line.Entry).ToHashSet();
        return
        [
            .. Enumerable.Range(1, (int)known.Entry).Select(number => ledger.Journal.Read(number)!)
                .SelectMany(entry => entry.Postings.Where(posting => posting.Account.IsClaim()).Select(posting => (posting,
                    Pledge: posting.Pledge == Posting.ThisEntry ? entry.Header.Number : posting.Pledge)))
                .Where(one => listed.Contains(one.Pledge)).GroupBy(one => one.posting.Amount.Currency)
                .OrderBy(group => group.Key.Code, StringComparer.Ordinal).Select(group => Total(group.Key, [.. group])),
        ];
    }

    static CurrencyTotal Total(Currency currency, (Posting Posting, long Pledge)[] all)
    {
        var promised = all.Select(one => one.Posting)
            .Where(posting => posting.Movement is not (Movement.Paid or Movement.WrittenOff or Movement.Revalued)).ToArray();
        Amount Sum(IEnumerable<Posting> postings) => new(postings.Sum(posting => posting.Amount.MinorUnits), currency);
        Amount Usd(IEnumerable<Posting> postings) => Amount.Usd(postings.Sum(posting => posting.Usd.MinorUnits));
        var every = all.Select(one => one.Posting).ToArray();
        return new CurrencyTotal(currency, all.DistinctBy(one => one.Pledge).Count(), Sum(promised), Usd(promised))
        { Outstanding = Sum(every), OutstandingUsd = Usd(every) };
    }
}
