using CsCheck;
using FundLedger.Journal;
using FundLedger.Reports;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Reports.PaperLedger;

namespace FundLedger.Tests.Reports;

public class FiguresTests
{
    [Fact]
    public void Without_their_donors_figures_say_the_same_of_every_fund_year_and_due_year() => RandomLedger.Any.Sample(ledger =>
    {
        var figures = ledger.Figures(Day("2025-12-31"));

        var sums = figures.WithoutDonors();

        sums.Rows.ShouldAllBe(figure => figure.Donor == "");
        Of(sums).ShouldBe(Of(figures), ignoreOrder: true);
    }, iter: 200);

    static IEnumerable<(string, int, Account, Movement, int, long)> Of(Figures figures) => figures.Rows
        .GroupBy(figure => (figure.Fund, figure.Year, figure.Account, figure.Movement, figure.DueYear))
        .Select(group => (group.Key.Fund, group.Key.Year, group.Key.Account, group.Key.Movement, group.Key.DueYear,
            group.Sum(figure => figure.Usd)));
}
