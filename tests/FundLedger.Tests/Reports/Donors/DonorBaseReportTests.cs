using FundLedger.Donors;
using FundLedger.Reports;
using FundLedger.Reports.Donors;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Reports.PaperLedger;

namespace FundLedger.Tests.Reports.Donors;

public class DonorBaseReportTests
{
    /// <summary>The published counts of the LDC-SIDS fund: donors of each year, and how many of them were new.</summary>
    static readonly (int Year, int Donors, int New)[] Published =
        [(2013, 5, 5), (2014, 2, 0), (2015, 3, 1), (2016, 15, 10), (2017, 14, 6), (2018, 6, 1)];

    /// <summary>A history with these counts, of invented amounts: the new ones of a year, and those who gave before.</summary>
    static PaperLedger History()
    {
        var ledger = new PaperLedger();
        var states = new Queue<string>(DonorReference.All.Where(donor => donor.Kind == DonorKind.MemberState).Select(donor => donor.Code));
        var before = new List<string>();
        foreach (var (year, donors, news) in Published)
        {
            var returning = before.Take(donors - news).ToArray();
            string[] fresh = [.. Enumerable.Range(0, news).Select(_ => states.Dequeue())];
            foreach (var donor in returning.Concat(fresh)) ledger.Pay(donor, "LDC-SIDS", $"{year}-05-05", Usd(100 + year), 0);
            before.AddRange(fresh);
        }

        return ledger;
    }

    static Table Table(int year, string name, params IReadOnlyList<string> funds) => DonorBaseReport
        .Compose(History().Material(year, $"{year}-12-31", funds)).ShouldBeDone().Tables.Single(table => table.Name == name);

    static long Count(Row row, Table table, string column) =>
        ((CountCell)row.Cells[table.Columns.Select(one => one.Key).ToList().IndexOf(column)]).Count;

    [Fact]
    public void The_published_counts_of_the_LDC_SIDS_fund_come_out()
    {
        foreach (var (year, donors, news) in Published)
        {
            var table = Table(year, "giving", "LDC-SIDS");
            (Count(table.Rows[0], table, "gave"), Count(table.Rows[0], table, "first_time")).ShouldBe((donors, news), $"{year}");
        }
    }

    [Fact]
    public void Every_Member_State_is_in_one_regional_group_and_gave_lapsed_or_never_gave()
    {
        var table = Table(2018, "regions", "LDC-SIDS");
        table.Rows.SkipLast(1).Select(row => Count(row, table, "members")).ShouldBe([54, 54, 23, 33, 29]);
        var total = table.Rows[^1];
        (Count(total, table, "members"), Count(total, table, "gave"), Count(total, table, "lapsed"), Count(total, table, "never"))
            .ShouldBe((193, 6, 17, 170));
    }

    [Fact]
    public void Each_fund_stands_beside_all_of_them_and_a_donor_to_two_counts_once()
    {
        var ledger = History();
        ledger.Pay("NOR", "VFTC", "2018-06-01", Usd(5), 0);
        ledger.Pay("NOR", "UPR-I", "2018-06-01", Usd(5), 0);
        var table = DonorBaseReport.Compose(ledger.Material(2018, "2018-12-31")).ShouldBeDone().Tables.Single(one => one.Name == "giving");
        table.Rows.Select(row => Count(row, table, "gave")).ShouldBe([1, 0, 6, 1, 7]);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("es")]
    public void The_report_can_be_made_before_anybody_gave_and_in_every_language(string language)
    {
        DonorBaseReport.Compose(new PaperLedger().Material(2018, "2018-12-31") with { Language = language }).ShouldBeDone().Tables.ShouldBeEmpty();
        DonorBaseReport.Compose(History().Material(2018, "2018-12-31") with { Language = language }).ShouldBeDone();
    }
}
