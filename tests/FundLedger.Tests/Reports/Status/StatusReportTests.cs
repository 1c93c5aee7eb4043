using CsCheck;
using FundLedger.Donors;
using FundLedger.Funds;
using FundLedger.Reports;
using FundLedger.Reports.Status;
using FundLedger.Reports.Wording;
using FundLedger.Tests.Reports.Board;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Reports.PaperLedger;

namespace FundLedger.Tests.Reports.Status;

public class StatusReportTests
{
    static readonly DonorDirectory Donors = new(DonorReference.All);

    static StatusReport Of(PaperLedger ledger, string asAt, int? year) =>
        StatusReport.Of(new StatusFigures(ledger.Figures(Day(asAt)), ledger.Figures(Day(asAt))), FundReference.Funds, Donors, Day(asAt), year);

    [Fact]
    public void With_a_year_flows_are_of_the_year_and_balances_at_its_end()
    {
        var status = Of(BoardReportTests.Sample(), "2026-02-01", 2025);
        var row = status.ByDonor.Single(row => row is { Fund: "VFTC", Donor: "NOR" });

        (row.Name, row.Year, status.Day).ShouldBe(("Norway", 2025, Day("2025-12-31")));
        (row.Received, row.Pledged, row.Signed, row.Paid).ShouldBe((Usd(400), Usd(1_100), Usd(1_100), Usd(400)));
        (row.Outstanding, row.Receivable, row.Unallocated).ShouldBe((Usd(700), Usd(700), Usd(0)));
        status.ByDonor.ShouldContain(donor => donor.Donor == "FORD" && donor.Unallocated == Usd(550)
            && donor.Refunded == Usd(50));
    }

    [Fact]
    public void Without_a_year_everything_up_to_the_day_counts()
    {
        var status = Of(BoardReportTests.Sample(), "2025-12-31", null);

        status.ByDonor.Single(row => row is { Fund: "VFTC", Donor: "NOR" }).Received.ShouldBe(Usd(1_000));
        status.ByYear.Select(row => row.Year).ShouldBe([2024, 2025]);
        status.ByYear[0].Received.ShouldBe(Usd(700));
        status.ByFund.Select(row => row.Fund).ShouldBe(["VFTC", "UPR-P", "LDC-SIDS", "UPR-I"]);
    }

    [Fact]
    public void The_keys_of_the_figures_are_a_contract()
    {
        var table = Of(BoardReportTests.Sample(), "2025-12-31", 2025).Tables(Phrases.English).First();

        table.Columns.Select(column => column.Key).ShouldBe(
        [
            "fund", "pledged", "signed", "paid", "written_off", "revalued", "outstanding", "receivable",
                "announced",
            "received", "unallocated", "refunded", "exchange",
        ]);
    }

    [Fact]
    public void Whatever_happened_lists_and_totals_agree() => RandomLedger.Any.Sample(ledger =>
    {
        foreach (var year in new int?[] { null, 2024, 2025 })
        {
            var status = Of(ledger, "2025-12-31", year);
            status.Tables(Phrases.English).SelectMany(ReportChecks.Of).ShouldBeEmpty();
            foreach (var row in status.ByDonor.Append(status.Total))
                (row.Balances.Pledged - row.Balances.Paid - row.Balances.WrittenOff + row.Balances.Revalued)
                    .ShouldBe(row.Outstanding);
        }
    }, iter: 60);

    [Fact]
    public void An_empty_ledger_has_funds_with_nothing()
    {
        var status = Of(new PaperLedger(), "2025-12-31", null);

        status.ByFund.ShouldAllBe(row => row.IsEmpty);
        status.Tables(Phrases.English).Select(table => table.Name).ShouldBe(["funds"]);
    }
}
