using FundLedger.Data;
using FundLedger.Data.Journal;
using FundLedger.Data.Payments;
using FundLedger.Data.Reports;
using FundLedger.Journal;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Reports;

public class ContributionLineTests
{
    static readonly string[] Funds = ["VFTC", "UPR-P"];

    /// <summary>
    /// Payments of all sizes, in parts to two funds, of goods and below zero, and everything that takes money back or moves it on;
    /// more of them than a report wants, so that it has to look again.
    /// </summary>
    [TheoryOnEachEngine]
    [InlineData("VFTC", "2025-01-01", "2025-12-31")]
    [InlineData("UPR-P", "2025-01-01", "2025-12-31")]
    [InlineData(null, "2025-01-01", "2025-12-31")]
    [InlineData(null, "2024-01-01", "2025-12-31")]
    [InlineData("VFTC", "2025-03-01", "2025-08-31")]
    [InlineData("UPR-P", "2025-01-01", "2025-06-30")]
    public void The_largest_lines_and_their_number_are_those_of_the_postings(string? fund, string from, string to)
    {
        using var test = new TestLedger();
        var earlier = Fill(test.Ledger);
        var filter = new ContributionFilter { Fund = fund, From = Day(from), To = Day(to) };
        foreach (var known in new[] { earlier, test.Ledger.Journal.Known().Value })
        {
            var all = Expected(test.Ledger, filter, known);
            all.Length.ShouldBeGreaterThan(4);
            test.Ledger.ContributionLines.Count(filter, known).ShouldBe(all.Length);
            foreach (var most in new[] { 1, 2, 5, all.Length, int.MaxValue })
                test.Ledger.ContributionLines.Largest(filter, known, most).Select(line => (line.Entry, line.Fund, line.Usd.MinorUnits))
                    .ShouldBe(all.Take(most), ignoreOrder: true);
        }
    }

    /// <summary>What the ledger knew before the later corrections.</summary>
    static Knowledge Fill(Ledger ledger)
    {
        for (var i = 1; i <= 90; i++)
            Add(ledger, $"P-{i}", $"{2024 + (i % 2)}-{1 + (i % 12):D2}-15", 1000 + (i * 7919 % 5000), "UPR-P", i % 3 == 0 ? "VFTC" : null);
        var known = ledger.Journal.Known().Value;
        Add(ledger, "P-C", "2025-05-01", -250, "VFTC", null);
        Add(ledger, "P-G", "2025-05-02", 90, "VFTC", null, ContributionForm.InKind);
        Add(ledger, "P-R", "2025-06-01", 7000, "VFTC", null);
        ledger.Payments.Refund("P-R", Euro(100), Day("2025-07-01"), "paid twice", Clerk).ShouldBeDone();
        ledger.Payments.Allocate("P-R", [new AllocationRequest { Fund = "UPR-P", Amount = Euro(3000) }], Day("2025-07-02"), Clerk).ShouldBeDone();
        ledger.Payments.Reverse("P-3", Day("2025-07-03"), "another donor's", Clerk).ShouldBeDone();
        return known;
    }

    static void Add(Ledger ledger, string reference, string day, long amount, string fund, string? partTo,
        ContributionForm form = ContributionForm.Monetary) =>
        ledger.Payments.Add(new NewPayment("NOR", fund, Day(day), Euro(amount)) { Reference = reference, Form = form },
            partTo is null ? [] : [new AllocationRequest { Fund = partTo, Amount = Euro(amount / 3) }], Clerk).ShouldBeDone();

    static (long Entry, string Fund, long Usd)[] Expected(Ledger ledger, ContributionFilter filter, Knowledge known) =>
    [
        .. Enumerable.Range(1, (int)known.Entry).Select(number => ledger.Journal.Read(number)!)
            .Where(entry => entry.Header.Date >= filter.From && entry.Header.Date <= filter.To)
            .SelectMany(entry => entry.Postings
                .Where(posting => posting.Account is Account.Bank or Account.InKind && Funds.Contains(posting.Fund)
                    && posting.Movement is Movement.Received or Movement.Refunded or Movement.Allocated
                    && (filter.Fund is null || posting.Fund == filter.Fund))
                .Select(posting => (entry.Header.Number, posting.Fund, posting.Usd.MinorUnits)))
            .OrderByDescending(line => Math.Abs(line.MinorUnits)).ThenBy(line => line.Number),
    ];
}
