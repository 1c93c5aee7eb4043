using FundLedger.Data;
using FundLedger.Journal;
using FundLedger.Pledges;
using FundLedger.Reports;
using FundLedger.Reports.Receivables;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Reports;

public class ReceivableStoreTests
{
    static TestLedger WithAgreements()
    {
        var test = new TestLedger();
        test.Ledger.Pledges.Add(new NewPledge("NOR", "VFTC", Day("2025-01-10"), Euro(900))
        {
            Reference = "P-3",
            Status = Rung.Signed,
            Plan = new InstalmentPlan { Count = 3, First = Day("2025-03-31"), MonthsApart = 12 },
        }, Clerk).ShouldBeDone();
        test.Ledger.Pledges.Add(new NewPledge("SWE", "UPR-I", Day("2025-02-01"), Euro(95))
        { Reference = "P-S", Status = Rung.Signed, Plan = InstalmentPlan.Once(Day("2025-12-31")) }, Clerk).ShouldBeDone();
        test.Ledger.Promise("P-PLEDGED", "2025-02-10", Euro(500), Rung.Pledged);
        test.Ledger.Pay("R-1", "2025-06-20", Euro(100), "P-3");
        return test;
    }

    static ReceivablesMaterial Read(Ledger ledger, string asAt, string? fund = null) =>
        ledger.Receivables.Read(fund, Day(asAt), ledger.Journal.Known().Value).ShouldBeDone();

    static string[] Claims(ReceivablesMaterial material) =>
        [.. material.Claims.Select(claim => FormattableString.Invariant($"{claim.Fund} {claim.Reference}#{claim.Instalment} {claim.Due:yyyy-MM-dd} {claim.Amount.ToPlainText()}"))];

    [Fact]
    public void Open_instalments_of_signed_agreements_are_those_of_the_day()
    {
        using var test = WithAgreements();
        Claims(Read(test.Ledger, "2025-05-31")).ShouldBe(
            ["VFTC P-3#1 2025-03-31 300.00", "VFTC P-3#2 2026-03-31 300.00", "VFTC P-3#3 2027-03-31 300.00", "UPR-I P-S#1 2025-12-31 95.00"]);
        Claims(Read(test.Ledger, "2025-12-31")).ShouldBe(
            ["VFTC P-3#1 2025-03-31 200.00", "VFTC P-3#2 2026-03-31 300.00", "VFTC P-3#3 2027-03-31 300.00", "UPR-I P-S#1 2025-12-31 95.00"]);
        Claims(Read(test.Ledger, "2025-12-31", "UPR-I")).ShouldBe(["UPR-I P-S#1 2025-12-31 95.00"]);
        Read(test.Ledger, "2024-12-31").Claims.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_open_is_found_when_it_was_paid_since_and_as_it_was_known()
    {
        using var test = WithAgreements();
        var known = test.Ledger.Journal.Known().Value;
        test.Ledger.Pay("R-2", "2026-01-20", Euro(800), "P-3");
        Claims(Read(test.Ledger, "2026-01-19")).Length.ShouldBe(4);
        Claims(Read(test.Ledger, "2026-01-20")).ShouldBe(["UPR-I P-S#1 2025-12-31 95.00"]);
        test.Ledger.Receivables.Read(null, Day("2026-02-01"), known).Value.Claims.Length.ShouldBe(4);
    }

    [Fact]
    public void On_any_day_the_parts_come_to_the_receivable_of_the_trial_balance()
    {
        using var test = WithAgreements();
        test.Ledger.Pledges.WriteOff("P-S", null, Day("2026-02-01"), "given up", Clerk).ShouldBeDone();
        test.Ledger.Pay("R-3", "2025-11-03", Euro(333), "P-3");
        for (var day = Day("2025-01-05"); day < Day("2026-03-02"); day = day.AddDays(17))
        {
            var material = test.Ledger.Receivables.Read(null, day, test.Ledger.Journal.Known().Value).ShouldBeDone();
            AgedSum.Of(material.Claims, day).Total.ShouldBe(material.Figures.Balance(Account.Receivable), FormattableString.Invariant($"{day}"));
            AgeingReport.Compose(material).ShouldBeDone();
            ReceivablesReport.Compose(material).ShouldBeDone();
        }
    }

    [Fact]
    public void A_report_that_differs_from_the_trial_balance_is_not_made()
    {
        using var test = WithAgreements();
        var material = Read(test.Ledger, "2025-12-31");
        var odd = material with { Claims = material.Claims.RemoveAt(0) };
        AgeingReport.Compose(odd).ShouldBeRefused().Message.ShouldContain("the journal's receivable");
        ReceivablesReport.Compose(odd).ShouldBeRefused();
    }

    [Fact]
    public void An_allowance_follows_the_table_that_was_set_when_the_report_was_known()
    {
        using var test = WithAgreements();
        var before = Read(test.Ledger, "2025-12-31");
        Text(before).ShouldContain(text => text.StartsWith("The table of percentages is empty", StringComparison.Ordinal));

        test.Ledger.Settings.Change("receivables.allowance", "181-365=50", "audit", Clerk).ShouldBeDone();
        var after = Read(test.Ledger, "2025-12-31");
        var total = AgeingReport.Compose(after).ShouldBeDone().Tables.Single(table => table.Name == "allowance").Rows[^1];
        total.Cells[^1].ShouldBe(new AmountCell(after.Claims[0].Usd.Share(1, 2)));
        test.Ledger.Receivables.Read(null, Day("2025-12-31"), new(before.Basis.Entry, before.Basis.AsKnownOn, before.Basis.Seal))
            .Value.Allowance.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_setting_that_nobody_knows_or_cannot_be_is_refused()
    {
        using var test = new TestLedger();
        test.Ledger.Settings.Change("receivables.alowance", "1-30=1", null, Clerk).ShouldBeRefused().Message.ShouldContain("no setting");
        test.Ledger.Settings.Change("receivables.allowance", "1-30=x", null, Clerk).ShouldBeRefused();
        test.Ledger.Settings.Change("receivables.allowance", null, null, Clerk).ShouldBeDone().Entry.ShouldBe(0);
    }

    static IEnumerable<string> Text(ReceivablesMaterial material) =>
        AgeingReport.Compose(material).ShouldBeDone().Document.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text);
}
